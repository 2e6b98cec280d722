"""For a name that leads nowhere the nearest is proposed, but looking for it must not cost more than the build."""

import pytest

from knowledge_base.texts.front_matter import body_of
from knowledge_base.texts.links import links_of_page

THERE = frozenset({"bilder/runder-tisch.jpg", "methoden/world-cafe.md"})


@pytest.mark.parametrize("wrong", ["![Tisch](bilder/runder-tich-{}.jpg)", "[Café](methoden/world-caffe-{}.md)"])
def test_only_the_first_fifty_wrong_names_of_a_page_get_a_proposal(wrong: str) -> None:
    body = body_of("docs/seite.md", "\n\n".join(wrong.format(number) for number in range(100, 200)))
    remedies = [finding.remedy for finding in links_of_page(body, "seite.md", THERE)]
    assert [remedy.startswith("Meinten Sie") for remedy in remedies] == [True] * 50 + [False] * 50


def test_a_picture_of_the_same_name_in_another_folder_is_always_proposed() -> None:
    body = body_of("docs/seite.md", "\n\n".join(f"![Tisch](ordner-{number}/runder-tisch.jpg)" for number in range(60)))
    remedies = {finding.remedy for finding in links_of_page(body, "seite.md", THERE)}
    assert remedies == {"Meinten Sie „bilder/runder-tisch.jpg“?"}
