"""A graph of claims as JSON (networkx node-link), Graphviz DOT or Mermaid text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimsync.report.text import shown

if TYPE_CHECKING:
    import networkx as nx

_SHAPES = {"source": "box", "claim": "note", "question": "ellipse"}
_BRACKETS = {"source": ("[", "]"), "claim": (">", "]"), "question": ("([", "])")}
_MERMAID = str.maketrans(
    {"#": "#35;", '"': "#quot;", "&": "#amp;", "<": "#lt;", ">": "#gt;", "`": "#96;", "\\": "#92;"}
)


def node_link_text(graph: nx.MultiDiGraph[str]) -> str:
    """Return node-link JSON, which ``networkx.node_link_graph(data, edges="edges")`` reads back.

    >>> import claimsync as cs
    >>> graph = cs.reconcile(cs.parse("AFP: killed = 8  ^a")).graph()
    >>> [node["id"] for node in json.loads(node_link_text(graph))["nodes"]]
    ['claim a', 'question killed', 'source AFP']
    """
    nodes = [{**data, "id": node} for node, data in _nodes(graph)]
    edges = [
        {**data, "source": one, "target": other, "key": key}
        for one, other, key, data in _edges(graph)
    ]
    told = {"directed": True, "multigraph": True, "graph": {}, "nodes": nodes, "edges": edges}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def dot_text(graph: nx.MultiDiGraph[str]) -> str:
    """Return the graph for Graphviz.

    >>> import claimsync as cs
    >>> print(dot_text(cs.reconcile(cs.parse("AFP: killed = 8  ^a")).graph()).splitlines()[2])
      "claim a" [label="AFP: killed = 8  ^a", shape=note];
    """
    lines = ["digraph claims {", "  rankdir=LR;"]
    for node, data in _nodes(graph):
        shape = _SHAPES.get(str(data.get("kind")), "box")
        lines.append(f"  {_quoted(node)} [label={_quoted(_label(node, data))}, shape={shape}];")
    for one, other, _, data in _edges(graph):
        label = _quoted(str(data.get("kind", "")))
        lines.append(f"  {_quoted(one)} -> {_quoted(other)} [label={label}];")
    return "\n".join([*lines, "}"]) + "\n"


def mermaid_text(graph: nx.MultiDiGraph[str]) -> str:
    """Return the graph as a Mermaid flowchart.

    >>> import claimsync as cs
    >>> print(mermaid_text(cs.reconcile(cs.parse("AFP: killed = 8  ^a")).graph()), end="")
    flowchart LR
      n0>"AFP: killed = 8  ^a"]
      n1(["killed"])
      n2["AFP"]
      n0 -->|"asserts"| n1
      n2 -->|"says"| n0
    """
    names, lines = {}, ["flowchart LR"]
    for at, (node, data) in enumerate(_nodes(graph)):
        names[node] = f"n{at}"
        left, right = _BRACKETS.get(str(data.get("kind")), ("[", "]"))
        lines.append(f'  n{at}{left}"{_label(node, data).translate(_MERMAID)}"{right}')
    for one, other, _, data in _edges(graph):
        label = shown(str(data.get("kind", ""))).translate(_MERMAID)
        lines.append(f'  {names[one]} -->|"{label}"| {names[other]}')
    return "\n".join(lines) + "\n"


def _nodes(graph: nx.MultiDiGraph[str]) -> list[tuple[str, dict[str, Any]]]:
    """Return the nodes in an order that the input's does not touch."""
    return sorted(graph.nodes(data=True), key=lambda node: node[0])


def _edges(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, int, dict[str, Any]]]:
    """Return the edges, sorted; parallel ones are numbered anew, so that order does not show."""
    listed = [(one, other, dict(data)) for one, other, data in graph.edges(data=True)]
    listed.sort(key=lambda edge: (*edge[:2], sorted((k, str(v)) for k, v in edge[2].items())))
    count: dict[tuple[str, str], int] = {}
    told = []
    for one, other, data in listed:
        key = count.get((one, other), 0)
        count[one, other] = key + 1
        told.append((one, other, key, data))
    return told


def _label(node: str, data: dict[str, Any]) -> str:
    """Return what stands in a node."""
    return shown(str(data.get("label", node)))


def _quoted(text: str) -> str:
    """Return a quoted string of DOT."""
    return '"' + shown(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
