"""A person without a mouse: what the Tab key reaches, and whether one sees where one is."""

from dataclasses import dataclass
from typing import Any

from browser.person import Choice, Person
from selfcheck_core.catalogue import Question

MAX_STOPS = 250

# What a person sees of the focused element: of a link that wraps the first line, of a tall box the part in the window.
FOCUSED = """async () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  await Promise.all(element.getAnimations().map(animation => animation.finished));
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [upper, lower] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const top = document.elementFromPoint((left + right) / 2, (upper + lower) / 2);
  return {
    name: (element.labels?.[0] ?? element).textContent.trim() || element.id,
    html: element.outerHTML.slice(0, 160),
    visible: element.checkVisibility({opacityProperty: true, visibilityProperty: true}) && box.width * box.height > 4,
    inside: left < right && upper < lower,
    uncovered: top !== null && (element.contains(top) || top.contains(element)),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


@dataclass
class KeyboardUser:
    """A person who only types."""

    person: Person

    def types(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.person.page.keyboard.press(key)

    def focused(self) -> dict[str, Any] | None:
        """Return what can be seen of the focused element, or None where nothing is focused."""
        seen: dict[str, Any] | None = self.person.page.evaluate(FOCUSED)
        return seen

    def tabs_to(self, name: str, *, exact: bool = False, key: str = "Tab") -> None:
        """Press Tab until something whose text begins so is focused, and see it."""
        for _ in range(MAX_STOPS):
            self.types(key)
            stop = self.focused()
            if stop and (stop["name"] == name if exact else stop["name"].startswith(name)):
                assert complaints(stop) == []
                return
        raise AssertionError(f"Tab does not reach „{name}“")

    def goes_to_the_top(self) -> None:
        """Begin at the top of the page again, as after a click beside everything."""
        self.person.page.evaluate(
            "() => { document.activeElement.blur(); getSelection().setPosition(document.body, 0) }"
        )

    def stops(self) -> list[dict[str, Any]]:
        """Return every stop of the Tab key, from the top of the page until it leaves it."""
        stops = []
        for _ in range(MAX_STOPS):
            self.types("Tab")
            stop = self.focused()
            if stop is None:
                return stops
            stops.append(stop)
        raise AssertionError("Tab never leaves the page")

    def chooses(self, question: Question, choice: Choice) -> None:
        """Go to the question's options and choose with the arrow keys."""
        wanted = self.person.option(question, choice)
        first = self.person.question(question).get_by_role("radio").first
        for _ in range(MAX_STOPS):
            self.types("Tab")
            if first.evaluate("radio => radio === document.activeElement"):
                break
        self.types("Space")
        for _ in range(7):
            if wanted.is_checked():
                return
            self.types("ArrowDown")
        raise AssertionError(f"the arrow keys do not reach {choice}")


def complaints(stop: dict[str, Any]) -> list[str]:
    """Return what is wrong with a stop of the Tab key."""
    wrong = [word for word in ("visible", "inside", "uncovered", "outlined") if not stop[word]]
    return [f"not {', '.join(wrong)}: {stop['html']}"] if wrong else []
