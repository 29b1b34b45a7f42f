"""The claims as a graph: source —says→ claim —answers→ question —part of→ question."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from claimsync.model.codelist import Partition

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from claimsync.model.claim import Claim
    from claimsync.model.claimset import ClaimSet
    from claimsync.model.question import Question


def graph_of(claims: ClaimSet, only: frozenset[str] | None = None) -> nx.MultiDiGraph[str]:
    """Return the graph of ``claims``, or of those whose ids are in ``only``.

    Nodes carry ``kind`` (source, claim, question) and ``label``; edges carry ``kind``: *says*,
    *citing*, *speaks for*, *part of*, the stance, and the verbs of links.

    >>> import claimsync as cs
    >>> graph = cs.reconcile(cs.parse("Reuters citing ministry: killed = 8  ^a")).graph()
    >>> sorted((u, v, k) for u, v, k in graph.edges(data="kind"))  # doctest: +NORMALIZE_WHITESPACE
    [('claim a', 'question killed', 'asserts'), ('source Reuters', 'claim a', 'says'),
     ('source Reuters', 'source ministry', 'citing')]
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    asked: list[Question] = []
    for claim_id, claim in zip(claims.ids, claims.claims, strict=True):
        if only is None or claim_id in only:
            _add_claim(graph, claim_id, claim)
            asked.extend(claim.question.meanings() if claim.question else ())
    graph.remove_nodes_from([node for node, data in graph.nodes(data=True) if not data])
    _add_sources(graph, claims)
    for part, whole in _parts(claims, dict.fromkeys(asked)):
        graph.add_edge(f"question {part}", f"question {whole}", kind="part of")
    return graph


def _add_claim(graph: nx.MultiDiGraph[str], claim_id: str, claim: Claim) -> None:
    """Add a claim with whom it is from, what it answers, and what it links to."""
    node = f"claim {claim_id}"
    graph.add_node(node, kind="claim", label=str(claim), id=claim_id)
    chain = [f"source {speaker.name}" for speaker in claim.attribution.chain]
    for source, speaker in zip(chain, claim.attribution.chain, strict=True):
        graph.add_node(source, kind="source", label=speaker.name)
        if speaker.on_behalf_of:
            graph.add_node(
                f"source {speaker.on_behalf_of}", kind="source", label=speaker.on_behalf_of
            )
            graph.add_edge(
                source, f"source {speaker.on_behalf_of}", kind="speaks for", claim=claim_id
            )
    graph.add_edge(chain[0], node, kind="says")
    for voice, cited in itertools.pairwise(chain):
        graph.add_edge(voice, cited, kind="citing", claim=claim_id)
    for question in claim.question.meanings() if claim.question else ():
        graph.add_node(f"question {question}", kind="question", label=str(question))
        graph.add_edge(node, f"question {question}", kind=str(claim.stance))
    for link in claim.links:
        graph.add_edge(node, f"claim {link.target}", kind=str(link.verb))


def _add_sources(graph: nx.MultiDiGraph[str], claims: ClaimSet) -> None:
    """Add for whom the sources in the graph speak and what they are part of."""
    todo = [data["label"] for _, data in graph.nodes(data=True) if data.get("kind") == "source"]
    for name in todo:
        source = claims.context.source_by_name.get(name)
        for kind, above in (
            ("speaks for", source and source.speaks_for),
            ("part of", source and source.part_of),
        ):
            if above:
                if f"source {above}" not in graph:
                    todo.append(above)
                graph.add_node(f"source {above}", kind="source", label=above)
                graph.add_edge(f"source {name}", f"source {above}", kind=kind)


def _parts(claims: ClaimSet, asked: dict[Question, None]) -> Iterator[tuple[Question, Question]]:
    """Yield the pairs (part, whole) among the questions asked, one declared step apart."""
    wholes: dict[tuple[str, str], list[str]] = {}
    paths = set()
    for partition in claims.context.partitions:
        if isinstance(partition, Partition):
            for part in partition.parts:
                wholes.setdefault((partition.dimension, part), []).append(partition.whole)
        else:
            paths.add(partition.dimension)
    for question in asked:
        for name, (code, *_) in question.dimensions:
            above = wholes.get((name, code), [])
            if name in paths and "/" in code:
                above = [code.rpartition("/")[0]]
            for whole in above:
                codes = {**dict(question.dimensions), name: (whole,)}
                candidate = question.model_copy(update={"dimensions": tuple(sorted(codes.items()))})
                if candidate in asked:
                    yield question, candidate
