"""The page of the HTML report, as a template."""

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>claimsync: {{ title }}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem;
  overflow-wrap: anywhere; }
article { border-inline-start: .3rem solid; padding-inline-start: .8rem; margin-block: 1.2rem;
  content-visibility: auto; contain-intrinsic-size: auto 12rem; }
{% for kind, colour in colours.items() %}
.{{ kind }} article { border-color: {{ colour }}; }
{% endfor %}
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: start; vertical-align: top; padding: .2rem .4rem;
  border-block-end: 1px solid #8888; }
footer, .small { font-size: .875rem; }
@media print { article { break-inside: avoid; content-visibility: visible; } }
</style>
</head>
<body>
<main>
<h1>claimsync</h1>
<p>{{ title }}</p>
{% for name, heading, meaning, cards in groups %}
<section class="{{ name }}">
<h2>{{ heading }}</h2>
<p>{{ meaning|capitalize }}.</p>
{% for card in cards %}
<article id="finding-{{ card.id }}-{{ loop.index }}">
<h3 dir="auto">{{ card.basis }}: {{ card.question }}</h3>
<p dir="auto">{{ card.why }}</p>
<table>
<thead><tr>
<th scope="col">source</th><th scope="col">said</th><th scope="col">quote</th></tr></thead>
<tbody>
{% for claim in card.claims %}
<tr><th scope="row" dir="auto">{{ claim.source }}</th><td dir="auto">{{ claim.said }}
{% if card.readings[claim.id] %}<br>read as {{ card.readings[claim.id] }}{% endif %}</td>
<td dir="auto">{% if claim.quote %}<q>{{ claim.quote }}</q> {% endif %}
{% if claim.url %}<a href="{{ claim.url }}" rel="noreferrer">{{ claim.url }}</a>
{% else %}{{ claim.address }}{% endif %}</td></tr>
{% endfor %}
</tbody>
</table>
{% if card.more > 0 %}<p>showing {{ card.claims|length }} claims,
{{ "{:,}".format(card.more) }} more: --format json lists all</p>{% endif %}
<p class="small">independent origins: {{ card.origins }} · id {{ card.id }}</p>
</article>
{% endfor %}
</section>
{% endfor %}
{% if implied %}
<section><h2>Implied</h2>
<p>Forced by all claims together, stated by none.</p>
<table>
<thead><tr>
<th scope="col">question</th><th scope="col">allowed</th><th scope="col">from</th></tr></thead>
<tbody>
{% for question, allowed, ids in implied %}
<tr><th scope="row" dir="auto">{{ question }}</th><td>{{ allowed }}</td>
<td dir="auto">{{ ids }}</td></tr>
{% endfor %}
</tbody></table></section>
{% endif %}
{% if families %}
<section><h2>What would resolve it</h2>
<p>The least to set aside; never who is right.</p><ul>
{% for line in families %}<li dir="auto">{{ line }}</li>
{% endfor %}</ul></section>
{% endif %}
{% if undecided %}
<section><h2>Undecided</h2><ul>
{% for ids, reason in undecided %}<li dir="auto">{{ ids }}: {{ reason }}</li>
{% endfor %}</ul></section>
{% endif %}
{% if errors %}
<section><h2>Errors in the input</h2><table>
<thead><tr>
<th scope="col">file</th><th scope="col">row</th><th scope="col">message</th></tr></thead>
<tbody>
{% for error in errors %}
<tr><td dir="auto">{{ error.file }}</td><td>{{ error.row }}</td>
<td dir="auto">{{ error.message }}</td></tr>
{% endfor %}
</tbody></table></section>
{% endif %}
{% if notes %}
<section><h2>Notes</h2><ul>
{% for note in notes %}<li dir="auto">{{ note }}</li>
{% endfor %}</ul></section>
{% endif %}
</main>
<footer><p>claimsync says where sources agree, diverge or do not confirm;
never who is right.</p></footer>
</body>
</html>
"""
