"""Figures: what the words of a pose mean, and how a picture takes its place."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.anatomy import (
    ARM,
    FOOT_SPOTS,
    HAND_SPOTS,
    LEG,
    PAIRED_PARTS,
    RANGES,
    SIDED_SPOTS,
    SIDEWAYS,
    TRUNK,
    Joint,
    Part,
    Prop,
    Spot,
)
from supple.domain.body import Position, Side
from supple.domain.exercise import Exercise
from supple.domain.pose import Contact, Felt, Limb, Mark, Pose, Posture, View
from supple.domain.problem import Origin, Place
from supple.domain.prose import Picture
from supple.reading.exercises import read_exercise
from supple.reading.folder import read_guide
from supple.reading.prose import ProseReader
from tests.guides import write_files
from tests.reading import everything
from tests.told import told

LEFT, RIGHT = Side.LEFT, Side.RIGHT
PATH = "content/exercises/hug.md"
EXERCISE = """\
---
title: Hug
position: supine
level: gentle
dosage:
  reps: 2
{figure}
---

1. Lie down.
"""
PROSE = ProseReader()


def read(figure: str) -> tuple[Exercise | None, str]:
    """An exercise with these lines in its front matter, from line 7 on; and what is said."""
    exercise, _, problems = read_exercise(EXERCISE.format(figure=figure), PATH, "hug", PROSE)
    return exercise, told(problems)


def pose(*lines: str) -> Pose:
    """The pose that is meant by these lines."""
    exercise, said = read("\n".join(("figure:", *(f"  {line}" for line in lines))))
    assert said == ""
    assert exercise is not None
    assert isinstance(exercise.figure, Pose)
    return exercise.figure


def start(words: str) -> Posture:
    """The posture that is meant by words in braces."""
    return pose(f"start: {{{words}}}").start


def refusal(*lines: str) -> str:
    """What is said of a figure, without the name of its file; it begins on line 8."""
    _, said = read("\n".join(("figure:", *(f"  {line}" for line in lines))))
    return said.replace(f"{PATH}:", "")


def test_a_pose_lands_as_it_is_meant() -> None:
    found = pose(
        "base: side-lying",
        "view: corner",
        "side: right",
        "start:",
        "  legs: {knee: 70, foot: flat}",
        "  left arm: {shoulder: 30, elbow: 20}",
        "hold:",
        "  right leg: {hip: 122, knee: 128}",
        "  hands: right shin",
        "  lower back: 8",
        "feel: [lower back, right buttocks]",
        "arrow: right knee",
        "props: [mat, pillow]",
    )
    bent = Limb({Joint.KNEE: 70}, Contact(Spot.FLAT))
    shin = Limb(at=Contact(Spot.SHIN, RIGHT))
    assert replace(found, origin=Origin("")) == Pose(
        origin=Origin(""),
        position=Position.SIDE_LYING,
        view=View(-35, 22),
        side=RIGHT,
        start=Posture(
            legs={LEFT: bent, RIGHT: bent},
            arms={LEFT: Limb({Joint.SHOULDER: 30, Joint.ELBOW: 20})},
        ),
        hold=Posture(
            trunk={Joint.LOWER_BACK: 8},
            legs={RIGHT: Limb({Joint.HIP: 122, Joint.KNEE: 128})},
            arms={LEFT: shin, RIGHT: shin},
        ),
        felt=(Felt("lower back"), Felt("buttocks", RIGHT)),
        arrow=Mark(Part.KNEE, RIGHT),
        props=(Prop.MAT, Prop.PILLOW),
    )


def test_what_is_left_out_is_as_usual() -> None:
    found = pose("props: [mat]")
    assert replace(found, origin=Origin(""), props=()) == Pose(
        Origin(""), Position.SUPINE, Posture()
    )


def test_a_pose_knows_where_its_keys_stand() -> None:
    origin = pose("hold:", "  right leg:", "    knee: 70", "  hands: shin").origin
    assert str(origin.at("hold", "right leg", "knee")) == f"{PATH}:10:13"
    assert str(origin.at("hold", "hands")) == f"{PATH}:11:12"
    assert str(origin.at("start")) == f"{PATH}:8:3"


KNEES = {LEFT: Limb({Joint.KNEE: 70}), RIGHT: Limb({Joint.KNEE: 70})}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("lower back: -12.5", Posture({Joint.LOWER_BACK: -12.5})),
        ("upper back: 0, neck: 5", Posture({Joint.UPPER_BACK: 0, Joint.NECK: 5})),
        ("side bend: 30 left", Posture({Joint.SIDE_BEND: -30})),
        ("turn: 30 right", Posture({Joint.TURN: 30})),
        ("head turn: 0", Posture({Joint.HEAD_TURN: 0})),
        ("head: floor", Posture(head_down=True)),
        ("legs: {knee: 70}", Posture(legs=KNEES)),
        (
            "legs: {knee: 70}, left leg: {knee: 90, out: 20}",
            Posture(legs={**KNEES, LEFT: Limb({Joint.KNEE: 90, Joint.HIP_OUT: 20})}),
        ),
        (
            "legs: {foot: flat}, left leg: {turn: 10}",  # what is added leaves the rest
            Posture(
                legs={
                    LEFT: Limb({Joint.HIP_TURN: 10}, Contact(Spot.FLAT)),
                    RIGHT: Limb({}, Contact(Spot.FLAT)),
                }
            ),
        ),
        (
            "right arm: {out: 90, turn: -20, wrist: 10}",
            Posture(
                arms={
                    RIGHT: Limb({Joint.SHOULDER_OUT: 90, Joint.SHOULDER_TURN: -20, Joint.WRIST: 10})
                }
            ),
        ),
        (
            "hands: belly, left hand: head",
            Posture(
                arms={
                    LEFT: Limb({}, Contact(Spot.HEAD)),
                    RIGHT: Limb({}, Contact(Spot.BELLY)),
                }
            ),
        ),
        (
            "hands: opposite shoulder",
            Posture(
                arms={
                    LEFT: Limb({}, Contact(Spot.SHOULDER, RIGHT)),
                    RIGHT: Limb({}, Contact(Spot.SHOULDER, LEFT)),
                }
            ),
        ),
        ("left arm: {hand: shin}", Posture(arms={LEFT: Limb({}, Contact(Spot.SHIN))})),
        ("right hand: left shin", Posture(arms={RIGHT: Limb({}, Contact(Spot.SHIN, LEFT))})),
        (
            "left hand: behind opposite thigh",
            Posture(arms={LEFT: Limb({}, Contact(Spot.BEHIND_THIGH, RIGHT))}),
        ),
        ("left foot: opposite knee", Posture(legs={LEFT: Limb({}, Contact(Spot.KNEE, RIGHT))})),
        ("left leg: {}", Posture()),
    ],
)
def test_a_posture_is_what_its_words_say(words: str, meant: Posture) -> None:
    assert start(words) == meant


def words_for(contact: Contact) -> str:
    *before, noun = contact.spot.split(" ")
    return " ".join((*before, *((contact.side,) if contact.side else ()), noun))


WORDS = {
    Joint.HIP_OUT: "out",
    Joint.HIP_TURN: "turn",
    Joint.SHOULDER_OUT: "out",
    Joint.SHOULDER_TURN: "turn",
}


def written(joint: Joint, degrees: float) -> str:
    """A joint and its angle as an author writes them."""
    if joint in SIDEWAYS and degrees:
        return f"{joint}: {abs(degrees)} {'left' if degrees < 0 else 'right'}"
    return f"{WORDS.get(joint, joint)}: {degrees}"


def limb_written(name: str, end: str, limb: Limb) -> str:
    at = [f"{end}: {words_for(limb.at)}"] if limb.at else []
    said = (*(written(joint, degrees) for joint, degrees in limb.angles.items()), *at)
    return f"{name}: {{{', '.join(said)}}}"


def posture_written(posture: Posture) -> str:
    return ", ".join(
        (
            *(written(joint, degrees) for joint, degrees in posture.trunk.items()),
            *(limb_written(f"{side} leg", "foot", limb) for side, limb in posture.legs.items()),
            *(limb_written(f"{side} arm", "hand", limb) for side, limb in posture.arms.items()),
            *(["head: floor"] if posture.head_down else []),
        )
    )


def angles_of(joints: tuple[Joint, ...]) -> st.SearchStrategy[Mapping[Joint, float]]:
    def angle(joint: Joint) -> st.SearchStrategy[float]:
        least, most = (int(end * 2) for end in (RANGES[joint].least, RANGES[joint].most))
        return st.integers(least, most).map(lambda halves: halves / 2)

    return st.fixed_dictionaries({}, optional={joint: angle(joint) for joint in joints})


def contacts(spots: tuple[Spot, ...]) -> st.SearchStrategy[Contact]:
    found = [Contact(spot) for spot in spots]
    found += [Contact(spot, side) for spot in spots if spot in SIDED_SPOTS for side in Side]
    feet_at_their_own_knee = Contact(Spot.KNEE)
    return st.sampled_from(
        [each for each in found if spots != FOOT_SPOTS or each != feet_at_their_own_knee]
    )


def limbs(
    joints: tuple[Joint, ...], spots: tuple[Spot, ...]
) -> st.SearchStrategy[Mapping[Side, Limb]]:
    limb = st.builds(Limb, angles_of(joints), st.none() | contacts(spots))
    return st.dictionaries(st.sampled_from(Side), limb.filter(lambda each: each != Limb()))


POSTURES = st.builds(
    Posture, angles_of(TRUNK), limbs(LEG, FOOT_SPOTS), limbs(ARM, HAND_SPOTS), st.booleans()
)


@given(POSTURES)
def test_a_posture_written_down_is_read_as_it_was(posture: Posture) -> None:
    assert start(posture_written(posture)) == posture


def around(joint: Joint, degrees: float) -> str:
    """A posture of one joint only."""
    limb = {**dict.fromkeys(LEG, "left leg"), **dict.fromkeys(ARM, "left arm")}.get(joint)
    said = written(joint, degrees)
    return f"start: {{{limb}: {{{said}}}}}" if limb else f"start: {{{said}}}"


@pytest.mark.parametrize("joint", Joint)
@pytest.mark.parametrize("end", ["least", "most"])
def test_a_joint_goes_to_the_end_of_its_range_and_no_further(joint: Joint, end: str) -> None:
    furthest = int(getattr(RANGES[joint], end))
    assert refusal(around(joint, furthest)) == ""
    beyond = furthest + (1 if end == "most" else -1)
    assert " is past the " in refusal(around(joint, beyond))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            "start: {legs: {knee: 170}}",
            "8:24  error  knee: 170 is past the knee's range\n"
            "    hint: write a number from -5 to 155",
        ),
        (
            "start: {legs: {out: -90}}",
            "8:23  error  out: -90 is past the hip's range\n"
            "    hint: write a number from -35 to 70",
        ),
        (
            "start: {lower back: bent}",
            "8:23  error  lower back: bent is not an angle in degrees\n"
            "    hint: write a number from -35 to 60",
        ),
        (
            "start: {arms: {elbow: 1e1}}",
            "8:25  error  elbow: 1e1 is not an angle in degrees\n"
            "    hint: write a number from -5 to 155",
        ),
        (
            "start: {side bend: 30}",
            "8:22  error  side bend: 30 has no side\n    hint: write 30 left or 30 right",
        ),
        (
            "start: {turn: -30}",
            "8:17  error  turn: -30 has no side\n    hint: write 30 left or 30 right",
        ),
        (
            "start: {turn: 90 left}",
            "8:17  error  turn: 90 left is past the trunk's range\n"
            "    hint: write a number up to 70 and the side: 30 left or 30 right",
        ),
        (
            "start: {head turn: left 30}",
            "8:22  error  head turn: left 30 is not an angle with its side\n"
            "    hint: write a number up to 80 and the side: 30 left or 30 right",
        ),
        (
            "start: {head turn: -30 left}",
            "8:22  error  head turn: -30 left is not an angle with its side\n"
            "    hint: write a number up to 80 and the side: 30 left or 30 right",
        ),
        (
            "start: {hands: right shinn}",
            "8:18  error  hands: right shinn is not a place for a hand\n"
            "    hint: did you mean right shin?",
        ),
        (
            "start: {hands: left belly}",
            "8:18  error  hands: left belly is not a place for a hand\n"
            "    hint: write belly: it has no sides",
        ),
        (
            "start: {hands: left behind thigh}",
            "8:18  error  hands: left behind thigh is not a place for a hand\n"
            "    hint: did you mean behind left thigh?",
        ),
        (
            "start: {hands: sky}",
            "8:18  error  hands: sky is not a place for a hand\n"
            "    hint: write shin, left knee, opposite shoulder or floor",
        ),
        (
            "start: {left foot: knee}",
            "8:22  error  left foot: knee is not a place for a foot\n"
            "    hint: did you mean left knee?",
        ),
        (
            "start: {feet: shin}",
            "8:17  error  feet: shin is not a place for a foot\n"
            "    hint: write flat, toes, step, left knee, right knee or opposite knee",
        ),
        (
            "start: {head: flor}",
            "8:17  error  head: flor is not a place for the head\n    hint: did you mean floor?",
        ),
        (
            "start: {left leg: {kne: 70}}",
            "8:22  error  left leg: kne is not a key of a leg\n    hint: did you mean knee?",
        ),
        (
            "start: {lower leg: {knee: 70}}",
            "8:11  error  start: lower leg is not a key of a posture\n"
            "    hint: did you mean left leg?",
        ),
        (
            "start: {hands: shin, arms: {hand: belly}}",
            "8:18  error  start: hands stands below arms as well\n    hint: keep one of the two",
        ),
        (
            "start: {left foot: flat, left leg: {foot: step}}",
            "8:22  error  start: left foot stands below left leg as well\n"
            "    hint: keep one of the two",
        ),
        (
            "start:",
            "8:3  error  figure: start has nothing below it\n    hint: "
            "write start: and its keys on lines below, as in hands: belly, or take it out",
        ),
        (
            "base: suppine",
            "8:9  error  base: suppine is not a position\n    hint: did you mean supine?",
        ),
        (
            "view: top",
            "8:9  error  view: top is not a view\n"
            "    hint: write side, front, back, above or corner",
        ),
        (
            "view: [20]",
            "8:9  error  figure: a view has two angles: to the left, from -180 to 180, "
            "and up, from -90 to 90\n    hint: write [-35, 22], side, front, back, above or corner",
        ),
        (
            "view: [20, 120]",
            "8:9  error  figure: 120 is past straight up or down, as the view's second angle\n"
            "    hint: write a number from -90 to 90: [20, 90]",
        ),
        (
            "view: [20, -200]",
            "8:14  error  view: -200 is not an angle in degrees\n"
            "    hint: write a number from -180 to 180, as the second one from -90 to 90",
        ),
        (
            "props: [mat, pillow, mat]",
            "8:10  error  figure: mat is there twice\n    hint: keep one of the two",
        ),
        (
            "view: [a, 20]",
            "8:10  error  view: a is not an angle in degrees\n"
            "    hint: write a number from -180 to 180, as the second one from -90 to 90",
        ),
        (
            "props: [mat, bedd]",
            "8:16  error  props: bedd is not a prop\n    hint: did you mean bed?",
        ),
        (
            "arrow: right kne",
            "8:10  error  arrow: right kne is not a part that an arrow can follow\n"
            "    hint: did you mean right knee?",
        ),
        (
            "arrow: knee right",
            "8:10  error  arrow: knee right is not a part that an arrow can follow\n"
            "    hint: did you mean right knee?",
        ),
        (
            "arrow: left head",
            "8:10  error  arrow: left head is not a part that an arrow can follow\n"
            "    hint: write head: it has no sides",
        ),
        (
            "arrow: knee",
            "8:10  error  figure: an arrow, where nothing moves\n"
            "    hint: write hold: and what differs there, or take the arrow out",
        ),
        (
            "prop: [mat]",
            "8:3  error  figure: prop is not a key of a figure\n    hint: did you mean props?",
        ),
        (
            "image: knee.svg",
            "8:10  error  figure: an image needs words for those who can't see it\n"
            "    hint: write alt: and below the image in words what it shows",
        ),
        (
            "alt: A knee.",
            "8:8  error  figure: alt goes with an image only\n"
            "    hint: take it out, or write image: as well",
        ),
        (
            "{image: knee.svg, alt: A knee., base: supine}",
            "8:41  error  figure: base goes with a pose, not with an image\n"
            "    hint: take it or the image out",
        ),
        (
            "{image: knee.tiff, alt: A knee.}",
            "8:11  error  image: knee.tiff is not a picture's file\n    hint: write the name of a "
            "file that ends in .svg, .png, .jpg, .jpeg, .webp, .avif or .gif",
        ),
        (
            "{image: ../../../knee.svg, alt: A knee.}",
            "8:11  error  ../../../knee.svg leads out of the content folder\n"
            "    hint: link to files below content only, as seen from this file",
        ),
        (
            "{image: 'https://example.org/knee.svg', alt: A knee.}",
            "8:11  error  https://example.org/knee.svg is somebody else's picture\n"
            "    hint: put the picture beside the text",
        ),
    ],
)
def test_what_a_figure_cannot_say_is_told(lines: str, said: str) -> None:
    assert refusal(lines) == said


@pytest.mark.parametrize(
    ("view", "meant"),
    [
        ("side", None),
        ("front", View(-90, 8)),
        ("back", View(90, 8)),
        ("above", View(0, 78)),
        ("corner", View(-35, 22)),
        ("[-12.5, 90]", View(-12.5, 90)),
    ],
)
def test_one_looks_from_where_a_word_or_two_angles_say(view: str, meant: View | None) -> None:
    assert pose(f"view: {view}").view == meant


@pytest.mark.parametrize("part", Part)
def test_an_arrow_follows_a_part_and_one_of_its_sides_where_it_has_some(part: Part) -> None:
    assert pose(f"arrow: {part}", "hold: {neck: 0}").arrow == Mark(part)
    for side in Side:
        if part in PAIRED_PARTS:
            assert pose(f"arrow: {side} {part}", "hold: {neck: 0}").arrow == Mark(part, side)
        else:
            assert f"write {part}: it has no sides" in refusal(f"arrow: {side} {part}")


def test_what_is_felt_may_be_nothing() -> None:
    assert pose("feel: []").felt == ()
    assert pose("feel: [left, left calves]").felt == (Felt("left"), Felt("calves", LEFT))


@pytest.mark.parametrize(
    ("lines", "props"),
    [
        (["start: {hands: wall}"], [Prop.WALL]),
        (["hold: {left arm: {hand: chair}}", "props: [mat]"], [Prop.MAT, Prop.CHAIR]),
        (["start: {right foot: step}", "props: [step]"], [Prop.STEP]),
        (["start: {hands: towel}"], [Prop.TOWEL]),
        (["start: {hands: towel}", "props: [strap]"], [Prop.STRAP]),
        (["start: {left hand: table}", "hold: {left hand: hip}"], [Prop.TABLE]),
        (["start: {hands: floor}"], []),
    ],
)
def test_what_a_hand_or_foot_is_on_comes_by_itself(lines: list[str], props: list[Prop]) -> None:
    assert list(pose(*lines).props) == props


@pytest.mark.parametrize("name", ["knee.svg", "a/Knee 1.PNG", "../pictures/knee.jpeg"])
def test_a_picture_may_take_the_place_of_a_pose(name: str) -> None:
    exercise, said = read(f"figure:\n  image: {name}\n  alt: The knee is drawn up.")
    assert said == ""
    assert exercise is not None
    target = f"exercises/{name}".replace("exercises/../", "")
    assert exercise.figure == Picture(target, "The knee is drawn up.", "", Place(PATH, 8, 10))


MODES = """\
modes:
  own:
    title: Own
    figure: {base: seated}
  plain:
    title: Plain
figure: {base: prone}\
"""


def positions(exercise: Exercise) -> list[Position]:
    return [figure.position for figure in exercise.figures if isinstance(figure, Pose)]


def test_a_mode_has_its_own_figure_or_that_of_the_exercise() -> None:
    exercise, said = read(MODES)
    assert said == ""
    assert exercise is not None
    own, plain = exercise.modes
    assert isinstance(own.figure, Pose)
    assert own.figure.position is Position.SEATED
    assert plain.figure == exercise.figure
    assert positions(exercise) == [Position.PRONE, Position.SEATED, Position.PRONE]


def test_a_named_hold_has_its_own_figure_or_that_of_the_exercise_or_mode() -> None:
    holds = "  holds: [{name: Up, figure: {base: standing}}, {name: Down}]"
    exercise, said = read(f"{holds}\n{MODES}")
    assert said == ""
    assert exercise is not None
    assert [
        [hold.figure.position for hold in dosage.holds if isinstance(hold.figure, Pose)]
        for dosage in (exercise.dosage, exercise.dosage_of("own"), exercise.dosage_of("plain"))
    ] == [
        [Position.STANDING, Position.PRONE],
        [Position.STANDING, Position.SEATED],
        [Position.STANDING, Position.PRONE],
    ]


def test_a_figures_picture_belongs_to_the_guide(tmp_path: Path) -> None:
    guide, problems = read_guide(write_files(tmp_path, everything.FILES))
    assert told(problems) == ""
    assert guide is not None
    assert ("exercises/hug.md", "exercises/knee.png") in [
        (name, lead.target) for name, lead in guide.leads
    ]
