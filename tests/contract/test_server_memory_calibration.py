"""How often suggestions came true is counted from the cards, and goes to the stations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from app.domain.memory_documents import SiteCalibrations
from app.domain.memory_events import CardShown
from memory.calibration import LEAST_ANSWERS, Calibration
from memory.suggest import Answer, Asked, Shown, Suggestion
from server.log.feed import Document, current, publish
from server.memory.search import AskedSituation
from tests.helpers.memory_station import CONTEXT, KEY, build_unit, decide, open_situation

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]


def suggestion(code: str, score: float) -> Suggestion:
    return Suggestion(
        code=code, cases=4, of=5, held=4, failed=0, lower=score, score=score, confidence=score,
        last_at_us=1,
    )  # fmt: skip


def card(case: str, *codes: tuple[Asked, str, float]) -> CardShown:
    answers = tuple(
        Answer(
            asked=asked,
            like=5,
            suggestions=tuple(suggestion(code, score) for of, code, score in codes if of is asked),
        )
        for asked in Asked
    )
    shown = Shown(
        situation=case, method="m", lists="", inputs="", cases=(), answers=answers, ranked=()
    )
    return CardShown(situation=case, shown=msgspec.json.encode(shown).decode())


def tried(station: FakeStation, name: str, response: str, *, comes_back: bool) -> None:
    """It was often, a card was shown, one decided; and it came again, or it did not."""
    for number in range(10):
        build_unit(station, f"B-{name}-{number}")
        if number % 2:
            open_situation(station, f"S-{name}-{number}")
    case = f"S-{name}-9"
    station.write(
        card(
            case,
            (Asked.CONSTRAINT, "tool_out", 0.8),
            (Asked.CONSTRAINT, "skill", 0.4),
            (Asked.RESPONSE, "clean", 0.6),
        )
    )
    decide(station, f"D-{name}", case, response=response)
    station.at_us += 1
    for number in range(10):
        build_unit(station, f"A-{name}-{number}")
        if comes_back and number == 2:
            open_situation(station, f"S-{name}-again")


def counts(plant: PlantRig) -> dict[str, tuple[int, int]]:
    """How many suggestions were answered, and how many of them were right."""
    with plant.plant.database.read() as connection:
        body = current(connection, SiteCalibrations.KIND, "site")
    told = {} if body is None else msgspec.json.decode(body, type=SiteCalibrations).asked
    return {asked: (one.answers, sum(b.right for b in one.bins)) for asked, one in told.items()}


async def test_while_nothing_is_known_nothing_is_told(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    build_unit(station, "B-1")
    open_situation(station, "S-1")
    station.write(card("S-1", (Asked.CONSTRAINT, "tool_out", 0.8)))
    station.write(CardShown(situation="S-1", shown="no json"))
    decide(station, "D-1", "S-1")
    await station.pushed(local_plant.client)
    local_plant.plant.patterns.run_now()
    assert counts(local_plant) == {}


async def test_what_held_was_right_and_what_came_back_was_wrong(plant: PlantRig) -> None:
    station = await plant.station()
    tried(station, "held", "clean", comes_back=False)
    tried(station, "back", "clean", comes_back=True)
    tried(station, "other", "adjust", comes_back=True)
    await station.pushed(plant.client)
    plant.plant.patterns.run_now()
    # Of what failed the cause is not known, and nobody tried the response that was suggested.
    assert counts(plant) == {"constraint": (2, 1), "response": (2, 1)}
    plant.plant.patterns.run_now()
    assert counts(plant) == {"constraint": (2, 1), "response": (2, 1)}


async def test_what_never_came_true_is_suggested_no_more(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    for number in range(6):
        build_unit(station, f"B-{number}")
        open_situation(station, f"S-{number}")
        decide(station, f"D-{number}", f"S-{number}", response="clean")
    await station.pushed(local_plant.client)
    asked = AskedSituation(title="Bolt 3: torque too low", key=KEY, context=CONTEXT)
    before = local_plant.plant.memory.suggest(asked).answer(Asked.CONSTRAINT)
    assert [one.code for one in before.suggestions] == ["tool_out"]
    wrong = Calibration()
    for _ in range(LEAST_ANSWERS):
        wrong = wrong.with_answer(before.suggestions[0].score, was_right=False)
    told = SiteCalibrations(calibrations="site", asked={"constraint": wrong})
    with local_plant.plant.database.write() as connection:
        document = Document(SiteCalibrations.KIND, "site", msgspec.json.encode(told))
        publish(connection, [document], now_us=1)
    after = local_plant.plant.memory.suggest(asked)
    answer = after.answer(Asked.CONSTRAINT)
    assert (answer.suggestions, answer.silence) == ((), "not_sure")
    assert structs.replace(answer, silence="", suggestions=before.suggestions) == before
