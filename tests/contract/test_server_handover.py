"""A line's handover on both databases: nothing planted is missing, nothing said is made up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
import sqlalchemy as sa

from app.domain.form_events import FormLineSettled
from app.domain.line_events import HandoverNoted, StopBegan, StopEnded, StopsNamed
from app.domain.plant import StationInfo
from server.db.memory_tables import memory_decision
from server.handover.acts import Desk, Who
from server.handover.books import MOST_SHOWN, take_turn
from server.handover.drafting import draft_of
from tests.helpers.abnormal_line import plant_abnormal, started
from tests.helpers.check_runs import FORM, completed, run_at, write
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_station import ORDER
from tests.helpers.web_people import PASSWORD, add_person, browser, form_token, sign_in

if TYPE_CHECKING:
    import httpx

    from server.handover.drafting import LineDraft
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

SHEET = "/handover?line=L4"


async def draft(plant: PlantRig, line: str = "L4") -> dict[str, Any]:
    reply = await plant.client.get("/v1/handovers/draft", params={"line": line})
    assert reply.status_code == 200, reply.text
    found: dict[str, Any] = reply.json()
    return found


async def handovers(plant: PlantRig) -> list[Any]:
    found: list[Any] = (await plant.client.get("/v1/handovers?line=L4")).json()
    return found


async def post(client: httpx.AsyncClient, path: str, **form: str) -> httpx.Response:
    token = await form_token(client, path)
    return await client.post(path, data={"form_token": token, **form})


async def give(client: httpx.AsyncClient, **more: str) -> httpx.Response:
    page = (await client.get(SHEET)).text
    mark = page.partition('name="mark" value="')[2].partition('"')[0]
    form = {"act": "give", "line": "L4", "mark": mark, "to": "person", "password": PASSWORD}
    return await post(client, SHEET, **{**form, **more})


def desk_of(plant: PlantRig, connection: sa.Connection, name: str) -> Desk:
    return Desk(connection, plant.plant.now_us(), plant.plant.sign, lambda: name)


def sheet_of(plant: PlantRig, connection: sa.Connection) -> LineDraft:
    of = plant.plant
    return draft_of(connection, "L4", now_us=of.now_us(), zone=of.settings.zone(), flow=of.flow)


async def test_all_that_is_abnormal_is_there_in_order_and_opens_its_records(
    plant: PlantRig,
) -> None:
    stations = await plant_abnormal(plant)
    found = (await draft(plant))["items"]
    kinds = [one["kind"] for one in found]
    assert kinds == [
        "hold", "held", "held", "bypass", "bypass", "concession", "call", "stopped",
        "two_stations", "serial_twice", "check_failed", "check_overdue", "mid_step",
        "check_begun", "unassigned", "check_due", "watch", "output", "calibration",
        "decision_waiting", "note",
    ]  # fmt: skip
    written = {
        msgspec.json.decode(one.envelope)["event_id"] for of in stations for one in of.written
    }
    for one in found:
        if one["kind"] != "output":  # Nothing was finished: there is nothing to open.
            assert one["events"], one
        assert all(event in written or event.startswith("feed:") for event in one["events"]), one
        query = {"line": "L4", "item": one["item"]}
        page = await plant.client.get("/handover/records", params=query)
        assert page.status_code == 200
        assert page.text.count('<td class="time">') == len(one["events"])


async def test_what_two_stations_contradict_each_other_in_is_on_both_lines_sheets(
    local_plant: PlantRig,
) -> None:
    await plant_abnormal(local_plant)
    for line in ("L4", "L9"):
        told = {one["kind"]: one for one in (await draft(local_plant, line))["items"]}
        assert "U-5 is in work at two stations" in told["two_stations"]["sentence"]
        for kind in ("two_stations", "serial_twice"):
            told_by = {event.rpartition("-1-")[0] for event in told[kind]["events"]}
            assert told_by == {"ST-040", "ST-900"}


async def test_a_check_is_told_with_its_records_until_it_is_over(local_plant: PlantRig) -> None:
    plant = local_plant
    station, _ = await plant_abnormal(plant)
    begun, bad = run_at(station, 3), run_at(station, 4)
    told = {one["kind"]: one for one in (await draft(plant))["items"]}
    said = told["check_begun"]["sentence"]
    assert said.startswith("ST-040: Start-of-shift check, begun ")
    assert said.endswith(", is not finished.")
    assert len(told["check_begun"]["events"]) == 3
    assert told["check_overdue"]["sentence"].endswith(", not begun.")
    assert told["check_failed"]["sentence"].startswith("ST-040: Guard is not OK: ")
    assert not told["check_due"]["is_mandatory"]
    write(station, begun, completed(begun))
    settled = FormLineSettled(run=bad, form=FORM, step="guard", why="mended", right="sign_off")
    write(station, bad, settled)
    await station.pushed(plant.client)
    kinds = {one["kind"] for one in (await draft(plant))["items"]}
    assert kinds & {"check_begun", "check_failed"} == set()


async def test_a_check_of_a_silent_station_is_overdue_by_the_plants_clock(
    local_plant: PlantRig,
) -> None:
    await plant_abnormal(local_plant)
    before = {one["kind"]: one for one in (await draft(local_plant))["items"]}
    local_plant.clock.at_us += 24 * 3_600_000_000
    found = (await draft(local_plant))["items"]
    assert "check_due" not in {one["kind"] for one in found}
    run = before["check_due"]["item"].partition(":")[2]
    (late,) = [one for one in found if one["item"] == f"check_overdue:{run}"]
    assert late["is_mandatory"]
    assert late["sentence"].endswith(", not begun as far as anybody heard.")


async def test_a_watched_decision_is_told_in_the_words_of_its_own_page(
    local_plant: PlantRig,
) -> None:
    await plant_abnormal(local_plant)
    (watch,) = [one for one in (await draft(local_plant))["items"] if one["kind"] == "watch"]
    assert watch["sentence"].startswith("Show how again for NOK · gearbox-mount · tighten-b · 3,")
    page = (await local_plant.client.get("/memory/decisions/d1")).text
    assert "Show how again" in page
    assert "NOK · gearbox-mount · tighten-b · 3" in page


async def test_of_many_watched_decisions_the_first_to_end_stand_alone_and_one_line_cites_the_rest(
    local_plant: PlantRig,
) -> None:
    plant = local_plant
    await plant_abnormal(plant)
    with plant.plant.database.write() as connection:
        row = connection.execute(sa.select(memory_decision)).mappings().one()
        for number in range(34):
            later = {"decision": f"e{number:02d}", "until_at": row["until_at"] + number + 1}
            connection.execute(memory_decision.insert().values(dict(row) | later))
    items = (await draft(plant))["items"]
    alone = [one["item"] for one in items if one["kind"] == "watch"]
    (more,) = [one for one in items if one["kind"] == "watch_more"]
    assert alone == ["watch:d1", *(f"watch:e{number:02d}" for number in range(29))]
    assert more["sentence"].startswith("5 more decisions are watched, the first of them until ")
    assert more["events"]


async def test_minutes_stood_still_are_told_by_what_is_known_of_why(
    local_plant: PlantRig,
) -> None:
    plant = local_plant
    await plant.publish(StationInfo(station="ST-040", name="Torque", line="L4"))
    station = await plant.station()
    began = []
    for number, minutes in enumerate((5, 12), start=1):
        stop = f"stop-{number}"
        began.append(msgspec.json.decode(station.write(StopBegan(stop=stop)).envelope))
        station.at_us += minutes * 60_000_000
        station.write(StopEnded(stop=stop, why="progress"))
    station.write(StopsNamed(stops=("stop-1",), reason="material"))
    await station.pushed(plant.client)
    plant.clock.advance(3600)
    lost = [one for one in (await draft(plant))["items"] if one["kind"] == "lost"]
    assert [one["sentence"] for one in lost] == [
        "12 min stood still: Not named.", "5 min stood still: Material missing.",
    ]  # fmt: skip
    assert [one["events"] for one in lost] == [[began[1]["event_id"]], [began[0]["event_id"]]]


async def test_a_question_is_on_every_later_sheet_however_many_there_were(
    local_plant: PlantRig,
) -> None:
    plant = local_plant
    await plant_abnormal(plant)
    await add_person(plant.client, "204", "lead")
    await add_person(plant.client, "205", "lead")
    asked = Who("205", "Lead 205", "lead", "password")
    given = Who("204", "Lead 204", "lead", "password")
    for number in range(MOST_SHOWN + 2):
        plant.clock.advance(60)
        with plant.plant.database.write() as connection:
            desk = desk_of(plant, connection, f"ho-{number}")
            sheet = sheet_of(plant, connection)
            kept = desk.give(sheet, given, to="person", seen=sheet.mark)
            for one in kept.book.unsettled:
                if number or one.kind != "hold":
                    desk.accept(kept.handover, asked, one.item)
                else:
                    desk.ask(kept.handover, asked, one.item, "until when?")
            desk.take(kept.handover, asked)
    (still,) = [one for one in (await draft(plant))["items"] if one["kind"] == "asked"]
    assert "until when?" in still["sentence"]
    page = (await plant.client.get(SHEET)).text
    assert page.count(" → Lead 205") == MOST_SHOWN


async def test_two_who_begin_to_write_at_the_same_moment_write_on_one_sheet(
    plant: PlantRig,
) -> None:
    await plant.publish(StationInfo(station="ST-040", name="Torque", line="L4"))
    await plant.station()
    database = plant.plant.database
    with database.write() as connection:
        take_turn(connection)
        sheet = sheet_of(plant, connection)
        form = {"act": "add", "line": "L4", "words": "second"}
        other = asyncio.create_task(post(plant.client, SHEET, **form))
        async with asyncio.timeout(PATIENT_S):
            while database.is_postgres and not (other.done() or is_waiting(plant)):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        first = desk_of(plant, connection, "ho-first")
        first.add(sheet, Who("204", "Lead 204", "lead"), "first")
    assert (await other).status_code == 303
    added = [one["sentence"] for one in (await draft(plant))["items"] if one["kind"] == "added"]
    assert added == ["first.", "second."]


def is_waiting(plant: PlantRig) -> bool:
    """Whether somebody waits for their turn in PostgreSQL."""
    asked = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    with plant.plant.database.read() as connection:
        return bool(connection.execute(sa.text(asked)).scalar_one())


async def test_repeats_stand_once_with_all_their_records(
    local_plant: PlantRig,
) -> None:
    plant = local_plant
    await plant_abnormal(plant)
    found = (await draft(plant))["items"]
    (twice,) = [one for one in found if one["kind"] == "unassigned"]
    assert twice["sentence"].endswith("(2 times).")
    assert twice["events"] == ["ST-040-1-1", "ST-040-1-2"]


async def test_output_counts_the_shifts_units_with_the_records_that_finished_them(
    plant: PlantRig,
) -> None:
    await plant.publish(StationInfo(station="ST-040", name="Torque", line="L4"))
    station = await plant.station()
    for number in (1, 2, 3):
        station.build(f"U-{number}", gears=f"G-{number}")
    await station.pushed(plant.client)
    (output,) = [one for one in (await draft(plant))["items"] if one["kind"] == "output"]
    assert output["sentence"].startswith("3 good, 0 reworked, 0 scrap, 0 not provable since")
    assert len(output["events"]) == 3
    page = (await plant.client.get(SHEET)).text
    assert "<b>3</b> good" in page


async def test_an_order_in_work_is_promised_by_the_pace_of_late(local_plant: PlantRig) -> None:
    plant = local_plant
    await plant.publish(StationInfo(station="ST-040", name="Torque", line="L4"))
    await plant.publish(ORDER)
    station = await plant.station()
    for number in range(10):
        station.build(f"U-{number}", gears=f"G-{number}")
    await station.pushed(plant.client)
    told = {one["kind"]: one["sentence"] for one in (await draft(plant))["items"]}
    assert "Order PO-100482 stands at 10 of 40; too few units" in told["order"]
    first = len(station.written) + 1
    for number in range(10, 25):
        station.build(f"U-{number}", gears=f"G-{number}")
    await station.pushed(plant.client, station.push_of(first))
    plant.clock.advance(3600)
    told = {one["kind"]: one["sentence"] for one in (await draft(plant))["items"]}
    assert "Order PO-100482 stands at 25 of 40; finished by" in told["promised"]


async def test_another_line_has_only_what_concerns_the_whole_plant(
    local_plant: PlantRig,
) -> None:
    plant = local_plant
    _, other = await plant_abnormal(plant)
    other.write(HandoverNoted(text="all quiet"))
    await other.pushed(plant.client)
    kinds = {one["kind"] for one in (await draft(plant, "L9"))["items"]}
    between = {"two_stations", "serial_twice", "mid_step"}
    assert kinds - between == {"hold", "calibration", "output", "note"}


async def test_a_line_nobody_knows_is_said_to_be_none(
    local_plant: PlantRig,
) -> None:
    plant = local_plant
    reply = await plant.client.get("/v1/handovers/draft", params={"line": "L77"})
    assert reply.status_code == 404
    assert "No station is on a line called 'L77'" in reply.json()["detail"]
    assert (await plant.client.get("/v1/handovers/ho-none")).status_code == 404
    assert (await plant.client.get("/handovers/ho-none")).status_code == 404


async def test_it_is_given_accepted_item_by_item_asked_back_and_signed_by_both(
    plant: PlantRig,
) -> None:
    await plant_abnormal(plant)
    await add_person(plant.client, "204", "lead")
    await add_person(plant.client, "205", "lead")
    async with browser(plant) as giver, browser(plant) as taker:
        await sign_in(giver, "204")
        await sign_in(taker, "205")
        await post(giver, SHEET, act="add", line="L4", words="new operator on ST-050")
        await post(giver, SHEET, act="comment", line="L4", item="held:H", words="x")
        reply = await give(giver)
        assert reply.status_code == 303, reply.text
        path = reply.headers["location"]
        (kept,) = await handovers(plant)
        left = kept["unsettled"]
        assert len(left) == 19
        assert not kept["is_taken"]
        early = await post(taker, path, act="take", password=PASSWORD)
        assert "sign" not in (await taker.get(path)).text.partition("neither accepted")[0][-40:]
        assert early.status_code == 409
        assert "19 items are neither accepted nor asked about" in early.text
        token = await form_token(taker, path)
        for item in left[1:]:
            form = {"form_token": token, "act": "accept", "item": item}
            assert (await taker.post(path, data=form)).status_code == 303
        assert (await post(taker, path, act="ask", item=left[0], words="until when?")).is_redirect
        assert (await post(taker, path, act="take", password=PASSWORD)).is_redirect
        (kept,) = await handovers(plant)
        assert kept["is_taken"]
        assert kept["is_whole"]
        assert kept["unsettled"] == []
        signed = [e for e in kept["entries"] if e["act"] in {"given", "taken"}]
        assert [(e["person"], e["means"]) for e in signed] == [
            ("204", "password"), ("205", "password"),
        ]  # fmt: skip
        assert set(kept["seals"]) == {str(e["number"]) for e in signed}
        # The question goes on in the next draft until who asked says that it is settled.
        (number,) = kept["open_questions"]
        assert "asked" in [one["kind"] for one in (await draft(plant))["items"]]
        assert (
            await post(giver, path, act="answer", question=str(number), words="16:00")
        ).is_redirect
        refused = await post(giver, path, act="close", question=str(number))
        assert "does not settle it" in refused.text
        assert "answered" in [one["kind"] for one in (await draft(plant))["items"]]
        assert (await post(taker, path, act="close", question=str(number))).is_redirect
        assert (await handovers(plant))[0]["open_questions"] == []
        pdf = await taker.get(f"{path}/paper.pdf")
        assert pdf.content.startswith(b"%PDF")


async def test_who_gave_it_cannot_take_it_and_nothing_is_accepted_twice(
    local_plant: PlantRig,
) -> None:
    plant = local_plant
    await plant_abnormal(plant)
    for number in ("204", "205", "206"):
        await add_person(plant.client, number, "lead")
    async with browser(plant) as giver, browser(plant) as taker, browser(plant) as third:
        await sign_in(giver, "204")
        await sign_in(taker, "205")
        await sign_in(third, "206")
        path = (await give(giver, to="station")).headers["location"]
        own = await post(giver, SHEET, act="comment", line="L4", item="hold:H-7", words="x")
        assert own.is_redirect
        token = await form_token(giver, SHEET)
        form = {"form_token": token, "act": "accept", "item": "hold:H-7"}
        assert "Somebody else takes over" in (await giver.post(path, data=form)).text
        assert (await post(taker, path, act="accept", item="hold:H-7")).is_redirect
        again = await post(third, path, act="accept", item="hold:H-7")
        assert again.status_code == 409
        assert "Lead 205 has accepted this one already" in again.text
        unknown = await post(third, path, act="accept", item="output")
        assert unknown.status_code == 404
        before = await give(third)
        assert before.status_code == 409
        assert "take that over first" in before.text


async def test_nobody_signs_what_has_changed_with_a_wrong_password_or_without_the_right(
    local_plant: PlantRig,
) -> None:
    plant = local_plant
    station, _ = await plant_abnormal(plant)
    await add_person(plant.client, "204", "lead")
    await add_person(plant.client, "31", "quality")
    async with browser(plant) as giver, browser(plant) as other:
        await sign_in(giver, "204")
        await sign_in(other, "31")
        assert "A handover is signed by" in (await other.get(SHEET)).text
        wrong = await give(giver, password=PASSWORD[:-1])
        assert wrong.status_code == 403
        stale = await give(giver, mark="0" * 16)
        assert stale.status_code == 409
        assert "The sheet has changed since you looked" in stale.text
        station.write_in("U-9", started("U-9"))
        await station.pushed(plant.client, station.push_of(len(station.written)))
        token = await form_token(giver, SHEET)
        form = {"form_token": token, "act": "add", "line": "L4", "words": "x" * 3000}
        assert "1 to 2000 characters" in (await giver.post(SHEET, data=form)).text
    assert await handovers(plant) == []


async def test_the_server_itself_may_write_but_a_lead_signs(local_plant: PlantRig) -> None:
    plant = local_plant
    await plant_abnormal(plant)
    await add_person(plant.client, "204", "lead")
    await add_person(plant.client, "31", "quality")
    refused = await give(plant.client, number="31")
    assert "A handover is signed by: team lead" in refused.text
    given = await give(plant.client, number="204", to="station")
    assert given.status_code == 303, given.text
    page = (await plant.client.get(given.headers["location"])).text
    assert "to the line: nobody was there" in page
    assert "<script>" not in page


async def test_a_sheet_that_is_not_signed_is_no_paper(local_plant: PlantRig) -> None:
    plant = local_plant
    await plant_abnormal(plant)
    await post(plant.client, SHEET, act="add", line="L4", words="<b>bold</b> & \x00 odd")
    (kept,) = await handovers(plant)
    reply = await plant.client.get(f"/v1/handovers/{quote(kept['handover'])}/handover.pdf")
    assert reply.status_code == 409
    assert "&lt;b&gt;bold" in (await plant.client.get(SHEET)).text


async def test_what_is_open_is_on_every_sheet_until_it_ends(local_plant: PlantRig) -> None:
    plant = local_plant
    await plant_abnormal(plant)
    await add_person(plant.client, "204", "lead")
    before = [one["item"] for one in (await draft(plant))["items"] if one["is_mandatory"]]
    plant.clock.advance(4 * 24 * 3600)
    await give(plant.client, number="204")
    plant.clock.advance(3600)
    after = {one["item"] for one in (await draft(plant))["items"]}
    # The concession is over by then; a station nobody hears of is not said to stand still.
    gone = set(before) - after - {"concession:C-3", "stopped:ST-040"}
    # The check that was begun is overdue by then.
    assert {one.replace("check_begun", "check_overdue") for one in gone} <= after
    assert {one.partition(":")[0] for one in gone} == {"check_begun"}
    assert "silent:ST-040" in after


async def test_everything_outlives_drawing_the_projections_anew(local_plant: PlantRig) -> None:
    plant = local_plant
    await plant_abnormal(plant)
    await add_person(plant.client, "204", "lead")
    await give(plant.client, number="204")
    before = await handovers(plant)
    assert plant.plant.projector.rebuild()
    assert await handovers(plant) == before
