"""Knows where the search plugins of WordPress keep a post's title and description."""

from collections.abc import Mapping
from dataclasses import dataclass

from cmstation.domain.networks import Json
from cmstation.networks.answers import within


@dataclass(frozen=True, slots=True)
class SearchPlugin:
    """A plugin that shows search engines a title and a description.

    Args:
        holder: the field of a post that holds both.
        marker: a field whose presence tells that the site takes them over REST.
    """

    name: str
    holder: str
    title: str
    description: str


PLUGINS = (
    SearchPlugin("yoast", "meta", "_yoast_wpseo_title", "_yoast_wpseo_metadesc"),
    SearchPlugin("rank_math", "meta", "rank_math_title", "rank_math_description"),
    SearchPlugin("seopress", "meta", "_seopress_titles_title", "_seopress_titles_desc"),
    SearchPlugin("aioseo", "aioseo_meta_data", "title", "description"),
)


def plugin_in(schema: Json) -> SearchPlugin | None:
    """Return the plugin whose fields a post's schema offers; a site drops unknown fields silently."""
    for plugin in PLUGINS:
        holder = within(schema, "schema", "properties", plugin.holder)
        if not isinstance(holder, Mapping):
            continue
        names = within(holder, "properties")
        offered = isinstance(names, Mapping) and plugin.title in names and plugin.description in names
        if offered or plugin.holder != "meta":
            return plugin
    return None


def search_fields(plugin: SearchPlugin, title: str, description: str) -> dict[str, Json]:
    """Return the part of a post that sets what search engines show; empty words change nothing."""
    words = {plugin.title: title, plugin.description: description}
    return {plugin.holder: {name: value for name, value in words.items() if value}}
