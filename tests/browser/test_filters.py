"""Choices that combine, at once and in the address bar; and without scripts, as links."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.fixtures import Visit
from tests.browser.hosts import Place
from tests.guides import ROUTINE, STRETCH, write_guide
from tests.sites import Built, build_site

TARGETS = """\
lower back:
  title: Lower back
  region: lower-back
outer hip:
  title: Outer hip
  region: outer-hip
"""
HIP = STRETCH.replace("- lower back", "- outer hip")
CHANGES = {
    "content/targets.yaml": TARGETS,
    "content/exercises/lean.md": HIP.replace("Knee hug", "Lean").replace("supine", "standing"),
    "content/exercises/press.md": STRETCH.replace("Knee hug", "Press")
    .replace("supine", "prone")
    .replace("level: gentle", "level: strong")
    .replace("hold: 20 s", "hold: 20 s\n    reps: 4"),
    "content/routines/day.md": ROUTINE.replace("title: Morning", "title: Day")
    .replace("place: bed", "place: floor")
    .replace("knee-hug", "lean\n  - rest: 5 min"),
}


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Three exercises and two routines that differ in all that lists are narrowed down by."""
    top = tmp_path_factory.mktemp("several")
    return build_site(write_guide(top / "guide", CHANGES), top / "site")


def rows(page: Page) -> Locator:
    return page.locator("li.row:visible h3")


def found(page: Page) -> Locator:
    """What says how many there are."""
    return page.locator("main [role=status]")


def choose(page: Page, name: str) -> None:
    """As a person does, by the words of a radio button and the count behind them."""
    page.get_by_role("radio", name=name).check(force=True)


class TestLists:
    ADDRESS = "exercises/index.html"

    def test_are_narrowed_down_by_all_choices(self, several: Built, visit: Visit) -> None:
        page = visit(several, self.ADDRESS)
        expect(rows(page)).to_have_text(["Knee hug", "Press", "Lean"])
        choose(page, "Lower back")
        expect(rows(page)).to_have_text(["Knee hug", "Press"])
        choose(page, "Strong")
        expect(rows(page)).to_have_text(["Press"])
        expect(page.locator("h2:visible")).to_have_text(["Lying on your front 1"])
        expect(found(page)).to_have_text("1 of 3.")
        assert page.url.endswith(f"{self.ADDRESS}?target=lower-back&level=strong")

    def test_say_beside_each_choice_how_many_it_would_leave(
        self, several: Built, visit: Visit
    ) -> None:
        page = visit(several, self.ADDRESS)
        choose(page, "Strong")
        expect(page.get_by_role("radio", name="Lower back 1")).to_be_enabled()
        expect(page.get_by_role("radio", name="Outer hip 0")).to_be_disabled()
        expect(page.get_by_role("radio", name="Gentle 2")).to_be_enabled()

    def test_give_back_each_choice_and_all(self, several: Built, visit: Visit) -> None:
        page = visit(several, self.ADDRESS)
        page.goto(f"{page.url}?level=gentle&target=outer-hip")
        expect(rows(page)).to_have_text(["Lean"])
        page.get_by_role("button", name="Remove: Outer hip").click()
        expect(rows(page)).to_have_text(["Knee hug", "Lean"])
        expect(page.get_by_role("button", name="Remove: Gentle")).to_be_focused()
        page.get_by_role("button", name="Show all").click()
        expect(rows(page)).to_have_count(3)
        expect(found(page)).to_have_text("3 exercises.")
        expect(page.get_by_role("button", name="Show all")).to_be_hidden()
        assert page.url.endswith(self.ADDRESS)

    def test_are_taken_back_one_by_one_by_going_back(self, several: Built, visit: Visit) -> None:
        page = visit(several, self.ADDRESS)
        choose(page, "Lower back")
        choose(page, "Strong")
        expect(rows(page)).to_have_text(["Press"])
        page.go_back()
        expect(rows(page)).to_have_text(["Knee hug", "Press"])
        expect(page.get_by_role("radio", name="Strong")).not_to_be_checked()
        page.go_back()
        expect(rows(page)).to_have_count(3)
        page.go_forward()
        expect(rows(page)).to_have_text(["Knee hug", "Press"])
        assert page.url.endswith(f"{self.ADDRESS}?target=lower-back")

    def test_work_from_a_disk(self, several: Built, visit: Visit) -> None:
        page = visit(several, self.ADDRESS, Place.DISK)
        choose(page, "Strong")
        expect(rows(page)).to_have_text(["Press"])
        page.reload()
        expect(rows(page)).to_have_text(["Press"])

    def test_take_what_fits_nothing(self, several: Built, visit: Visit) -> None:
        page = visit(several, self.ADDRESS)
        page.goto(f"{page.url}?level=strong&target=outer-hip&evil=%3Cb%3E")
        expect(rows(page)).to_have_count(0)
        expect(found(page)).to_have_text("Nothing fits all of that. Take one choice away:")
        expect(page.get_by_role("button", name="Show all")).to_be_visible()

    def test_of_one_thing_lead_to_it_and_another(self, several: Built, visit: Visit) -> None:
        page = visit(several, "targets/lower-back.html")
        page.get_by_role("link", name="Strong").click()
        expect(rows(page)).to_have_text(["Press"])
        assert page.url.endswith(f"{self.ADDRESS}?target=lower-back&level=strong")

    def test_have_their_choices_behind_a_button_on_a_phone(
        self, several: Built, visit: Visit
    ) -> None:
        page = visit(several, self.ADDRESS)
        page.set_viewport_size({"width": 390, "height": 844})
        expect(page.get_by_role("radio", name="Strong")).to_be_hidden()
        page.get_by_text("Filter the list").click()
        choose(page, "Strong")
        page.get_by_role("button", name="Show 1 exercise").click()
        expect(page.get_by_role("radio", name="Strong")).to_be_hidden()
        expect(rows(page)).to_have_text(["Press"])

    @pytest.mark.parametrize("scripts", [False])
    def test_are_links_without_scripts(self, several: Built, visit: Visit) -> None:
        page = visit(several, self.ADDRESS)
        page.get_by_role("link", name="Strong").click()
        assert page.url.endswith("levels/strong.html")
        expect(rows(page)).to_have_text(["Press"])

    @pytest.mark.parametrize("scripts", [False])
    def test_of_times_are_links_too(self, several: Built, visit: Visit) -> None:
        page = visit(several, self.ADDRESS)
        page.get_by_role("link", name="Up to 1 minute 2").click()
        assert page.url.endswith("times/up-to-1.html")
        expect(rows(page)).to_have_text(["Knee hug", "Lean"])


class TestHome:
    def test_answers_at_once(self, several: Built, visit: Visit) -> None:
        page = visit(several, "index.html")
        choose(page, "On the floor")
        expect(found(page)).to_have_text("1 routine fits")
        expect(rows(page)).to_have_text(["Day"])
        choose(page, "Outer hip")
        more = page.get_by_role("link", name="All exercises for: Outer hip")
        expect(more).to_have_attribute("href", "targets/outer-hip.html")
        page.get_by_role("button", name="Remove: On the floor").click()
        expect(page.get_by_role("radio", name="On the floor")).not_to_be_checked()

    def test_leads_to_exercises_where_no_routine_is_done(
        self, several: Built, visit: Visit
    ) -> None:
        page = visit(several, "index.html")
        choose(page, "Standing up")
        expect(found(page)).to_have_text("No routine fits all of that")
        more = page.get_by_role("link", name="All exercises for: Standing up")
        expect(more).to_have_attribute("href", "positions/standing.html")
        choose(page, "On the floor")
        expect(more).to_be_hidden()

    def test_takes_back_what_is_pressed_again(self, several: Built, visit: Visit) -> None:
        page = visit(several, "index.html")
        choose(page, "On the floor")
        floor = page.get_by_role("radio", name="On the floor")
        expect(floor).to_be_checked()
        floor.click(force=True)
        expect(floor).not_to_be_checked()
        assert page.url.endswith("index.html")
        choose(page, "On the floor")
        expect(rows(page)).to_have_text(["Day"])

    def test_leads_to_its_answer_on_a_phone(self, several: Built, visit: Visit) -> None:
        page = visit(several, "index.html")
        page.set_viewport_size({"width": 390, "height": 844})
        show = page.locator("a[data-show]")
        expect(show).to_be_hidden()
        choose(page, "On the floor")
        expect(show).to_have_text("Show 1 routine")
        expect(show).to_be_in_viewport(ratio=1)
        show.click()
        expect(page.get_by_text("1 routine fits")).to_be_in_viewport()

    @pytest.mark.parametrize("scripts", [False])
    def test_answers_with_lists_without_scripts(self, several: Built, visit: Visit) -> None:
        page = visit(several, "index.html")
        page.get_by_role("link", name="On the floor").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Routines to do on the floor")
        expect(rows(page)).to_have_text(["Day"])


class TestBodyMap:
    def test_leads_from_wherever_one_touches_it_to_that_place(
        self, site: Built, visit: Visit
    ) -> None:
        page = visit(site, "body-map.html")
        page.set_viewport_size({"width": 390, "height": 844})
        missed = page.evaluate(
            """() => [...document.querySelectorAll(".spot")].filter((spot) =>
              [...spot.querySelectorAll(".touch")].some((touch) => {
                touch.scrollIntoView({ block: "center" });
                const { x, y, width, height } = touch.getBoundingClientRect();
                const hit = document.elementFromPoint(x + width / 2, y + height / 2);
                return hit?.closest(".spot") !== spot || height < 44 || width < 24;
              })
            ).map((spot) => spot.getAttribute("aria-label"))"""
        )
        assert missed == []

    def test_is_walked_by_keyboard(self, site: Built, visit: Visit) -> None:
        page = visit(site, "body-map.html")
        spot = page.locator(".spot").first
        href = spot.get_attribute("href")
        spot.focus()
        page.keyboard.press("Enter")
        answer = page.locator(".answer >> visible=true")
        expect(answer).to_be_focused()
        for _ in answer.get_by_role("link").all():
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{href}")
