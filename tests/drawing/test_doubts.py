"""What a pose asks for and its picture can't show is told at its line, and nothing else is."""

import pytest

from supple.domain.anatomy import Prop
from supple.domain.problem import Severity
from supple.drawing.doubts import PLACES, doubts
from supple.drawing.figure import draw_scene
from supple.drawing.judging import judged
from supple.drawing.scene import scene_of
from tests.drawing.library import REGIONS, pose_of, poses

POSES = poses()


def lines(figure: str) -> str:
    """A semicolon ends a line."""
    return "".join(f"  {line.strip()}\n" for line in figure.split(";"))


def doubted(figure: str) -> list[str]:
    """What is doubted of a figure that begins on line 8, with its place."""
    found = list(doubts(scene_of(pose_of(lines(figure)))))
    assert all(each.severity is Severity.WARNING and each.hint for each in found)
    return [f"{each.place.line}:{each.place.column} {each.message}" for each in found]


def hints(figure: str) -> list[str]:
    return [each.hint for each in doubts(scene_of(pose_of(lines(figure))))]


@pytest.mark.parametrize("name", POSES)
def test_nothing_is_doubted_of_a_good_figure(name: str) -> None:
    assert list(doubts(scene_of(POSES[name]))) == []


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        # Things that have no place in a position, named or brought by a hand or foot.
        (
            "base: standing; props: [mat, pillow]",
            ["9:16 figure: a pillow has no place in the position standing"],
        ),
        (
            "base: supine; start: {hands: wall}",
            ["9:18 figure: a wall has no place in the position supine"],
        ),
        (
            "base: seated; props: [chair]; start: {right leg: {knee: 5, foot: step}}",
            ["10:38 figure: a step has no place in the position seated"],
        ),
        # Things that stand there for nothing.
        ("base: standing; props: [wall]", ["9:11 figure: no hand is on the wall"]),
        ("base: standing; props: [step]", ["9:11 figure: no foot is on the step"]),
        ("base: standing; props: [chair]", ["9:11 figure: no hand is on the chair"]),
        ("base: supine; props: [strap]", ["9:11 figure: no hand holds the strap"]),
        ("base: supine; props: [chair]", ["9:11 figure: no leg is on the chair"]),
        ("base: supine; props: [chair]; start: {legs: {hip: 90, knee: 90}}", []),
        ("base: seated; props: [chair]", []),
        ("base: standing; start: {hands: chair}; props: [chair]", []),
        # Two things where there is room for one.
        (
            "base: seated; props: [bed, chair]",
            ["9:16 figure: a bed and a chair don’t go together in one figure"],
        ),
        (
            "base: standing; start: {left hand: wall, right hand: chair}; props: [wall]",
            ["10:11 figure: a wall and a chair don’t go together in one figure"],
        ),
        # Feet that aren't flat.
        (
            "base: seated; start: {feet: flat, legs: {knee: 0}}",
            ["9:17 figure: the feet can’t be flat with a straight knee"],
        ),
        (
            "base: seated; start: {left leg: {knee: 0, foot: flat}}",
            ["9:37 figure: the left foot can’t be flat with a straight knee"],
        ),
        ("base: seated; start: {legs: {knee: 100, foot: flat}}", []),
        # A hold that changes nothing.
        ("hold: {}", ["8:9 figure: the start and the hold are the same"]),
        (
            "start: {legs: {knee: 75, foot: flat}}; hold: {legs: {knee: 75, foot: flat}}",
            ["9:9 figure: the start and the hold are the same"],
        ),
        (
            "start: {legs: {knee: 75, foot: flat}}; hold: {left leg: {knee: 75.2, foot: flat}}",
            ["9:9 figure: the start and the hold look the same"],
        ),
        ("hold: {head turn: 20 left}", []),
        # A view from which one looks along the body.
        (
            "base: side-lying; view: back; side: right",
            ["9:9 figure: from here the body is seen end-on"],
        ),
        ("base: side-lying; view: above; side: right", []),
        ("base: supine; view: front", ["9:9 figure: from here the body is seen end-on"]),
        ("base: prone; view: [80, 10]", ["9:9 figure: from here the body is seen end-on"]),
        ("base: standing; view: above", ["9:9 figure: from here the body is seen end-on"]),
        ("base: standing; view: front", []),
        ("base: seated; view: corner", []),
    ],
)
def test_a_doubt_is_told_at_its_line(figure: str, said: list[str]) -> None:
    assert doubted(figure) == said


def test_hints_say_what_to_write() -> None:
    assert hints("base: standing; props: [pillow]") == [
        "take pillow out: it goes with supine, prone, side-lying or hands-and-knees"
    ]
    assert hints("base: standing; props: [step]") == [
        "write right foot: step below start:, or take the step out"
    ]
    assert hints("base: supine; view: front") == ["write view: side, above or corner"]


def test_every_prop_has_its_places() -> None:
    assert set(PLACES) == set(Prop)


def arrow_told(figure: str) -> list[tuple[str, str]]:
    pose = pose_of(lines(figure))
    drawn = draw_scene(scene_of(pose), REGIONS)
    assert ('class="arrow"' in drawn.drawing.marks) == (not drawn.shortfalls)
    return [(each.message, each.hint) for each in judged(pose, drawn.shortfalls)]


@pytest.mark.parametrize(
    ("figure", "message", "hint"),
    [
        (
            "hold: {right leg: {hip: 60}}; arrow: left knee",
            "the arrow follows the left knee, which doesn’t move",
            "write what moves: right foot or right knee",
        ),
        (
            "base: seated; props: [chair]; hold: {head turn: 60 left, arms: {shoulder: 170}};"
            "arrow: belly",
            "the arrow follows the belly, which doesn’t move",
            "write what moves: left hand, right hand or left elbow",
        ),
        (
            "base: standing; view: front; hold: {right arm: {shoulder: 0, elbow: 90}};arrow: hips",
            "the arrow follows the hips, which don’t move",
            "write what moves: right hand",
        ),
    ],
)
def test_an_arrow_does_not_vanish_in_silence(figure: str, message: str, hint: str) -> None:
    assert arrow_told(figure) == [(f"figure: {message}", hint)]


def test_an_arrow_along_the_view_is_told() -> None:
    ((message, hint),) = arrow_told(
        "base: standing; view: [-90, 0]; start: {right arm: {shoulder: -15}};"
        "hold: {right arm: {shoulder: 15}}; arrow: right elbow"
    )
    assert "can’t be seen to move from this side" in message
    assert "view:" in hint


@pytest.mark.parametrize(
    "figure",
    [
        "base: supine; start: {legs: {knee: 85, foot: flat}, lower back: -14};"
        "hold: {lower back: 8}; arrow: belly",
        "base: seated; props: [chair]; hold: {turn: 40 right}; arrow: chest",
    ],
)
def test_a_small_movement_keeps_its_arrow(figure: str) -> None:
    assert arrow_told(figure) == []
