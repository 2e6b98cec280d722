"""Pages of which one rule was taken away: with it gone, the check that holds it has to fail."""

import re

from playwright.sync_api import Page

from browser.person import Person

# Takes a property out of every rule whose selector has this in it, in all style sheets and for all media.
_WITHOUT = """([selector, property]) => {
  let taken = 0;
  const take = rules => {
    for (const rule of rules) {
      take(rule.cssRules ?? []);
      if (!rule.selectorText?.includes(selector) || !rule.style.getPropertyValue(property)) continue;
      rule.style.removeProperty(property);
      taken += 1;
    }
  };
  for (const sheet of document.styleSheets) take(sheet.cssRules);
  return taken;
}"""


def without_style(page: Page, selector: str, *properties: str) -> None:
    """Take properties out of the style sheets of the page in sight."""
    for each in properties:
        assert page.evaluate(_WITHOUT, [selector, each]) > 0, f"no rule for {selector} has {each}"


def without_program(person: Person, file: str, rule: str, instead: str = "") -> None:
    """Let every page that is opened from now on run a script without what this pattern finds in it.

    The form knows the sum of each of its modules; here it knows none.
    """
    (path,) = person.server.folder.rglob(file)
    script, found = re.subn(rule, instead, path.read_text(encoding="utf-8"))
    assert found > 0, f"{file} has no such rule"
    form = (person.server.folder / "selbstcheck/fragebogen/index.html").read_text(encoding="utf-8")
    unchecked = re.sub(r' integrity="[^"]*"', "", form)
    person.page.route(f"**/{file}", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    person.page.route(
        "**/selbstcheck/fragebogen/", lambda route: route.fulfill(body=unchecked, content_type="text/html")
    )
