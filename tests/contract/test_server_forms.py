"""Checks as the server shows them: due, overdue, failed, settled, done, and their records."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from app.commands.record_check import is_signed
from app.domain.events import StationStarted, StepRedone
from app.domain.form_documents import OpenCheck
from app.domain.form_events import FormLeft, FormLineSettled, FormPutOff, FormResumed, FormSkipped
from app.domain.signed_record import check_record
from server.log.feed import current_all
from server.log.identity import FEED, head
from tests.helpers.check_runs import (
    FORM,
    completed,
    done,
    due,
    failed,
    overdue,
    run_at,
    started,
    write,
)

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


async def listed(plant: PlantRig) -> dict[str, list[dict[str, Any]]]:
    reply = await plant.client.get("/v1/checks")
    assert reply.status_code == 200, reply.text
    found: dict[str, list[dict[str, Any]]] = reply.json()
    return found


async def situations(plant: PlantRig) -> list[str]:
    """Kinds of those that wait."""
    reply = await plant.client.get("/v1/situations")
    return [one["kind"] for one in reply.json() if one["closed_at"] is None]


async def test_without_checks_the_lists_are_empty(local_plant: PlantRig) -> None:
    assert await listed(local_plant) == {"to_do": [], "failed": [], "ended": []}
    assert "No check is due." in (await local_plant.client.get("/checks")).text


async def test_a_run_nobody_recorded_has_no_page(local_plant: PlantRig) -> None:
    assert (await local_plant.client.get("/checks/check:nothing")).status_code == 404
    assert (await local_plant.client.get("/checks/0418-77231")).status_code == 404


async def test_a_check_goes_from_due_over_late_and_begun_to_done(plant: PlantRig) -> None:
    station = await plant.station()
    run = run_at(station)
    write(station, run, due(station, run))
    await station.pushed(plant.client)
    (found,) = (await listed(plant))["to_do"]
    assert (found["run"], found["state"], found["is_overdue"]) == (run, "due", False)
    write(station, run, overdue(run))
    await station.pushed(plant.client)
    assert await situations(plant) == ["check_overdue"]
    assert "No unit is begun at ST-040" in (await plant.client.get("/checks")).text
    write(station, run, started(run), FormLeft(run=run))
    await station.pushed(plant.client)
    assert (await listed(plant))["to_do"][0]["state"] == "left"
    write(station, run, FormResumed(run=run), completed(run))
    await station.pushed(plant.client)
    checks = await listed(plant)
    assert checks["to_do"] == []
    assert [(one["run"], one["state"]) for one in checks["ended"]] == [(run, "done")]
    assert await situations(plant) == []


async def test_putting_off_and_leaving_out_end_what_was_late(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    first, second = run_at(station, 1), run_at(station, 2)
    until = datetime.fromtimestamp(station.at_us / 1e6, UTC) + timedelta(hours=3)
    write(station, first, due(station, first), overdue(first))
    put_off = FormPutOff(run=first, form=FORM, until=until, why="order_first")
    write(station, first, put_off)
    write(station, second, due(station, second), overdue(second))
    skipped = FormSkipped(run=second, form=FORM, why="not_running", right="skip_step")
    write(station, second, skipped)
    await station.pushed(local_plant.client)
    checks = await listed(local_plant)
    assert [one["is_overdue"] for one in checks["to_do"]] == [False]
    assert [(one["state"], one["why"]) for one in checks["ended"]] == [("skipped", "not_running")]
    assert await situations(local_plant) == []


async def test_a_check_that_was_put_off_and_is_late_again_waits_again(plant: PlantRig) -> None:
    station = await plant.station()
    run = run_at(station)
    until = datetime.fromtimestamp(station.at_us / 1e6, UTC) + timedelta(hours=3)
    put_off = FormPutOff(run=run, form=FORM, until=until, why="order_first")
    write(station, run, due(station, run), overdue(run), put_off)
    await station.pushed(plant.client)
    assert await situations(plant) == []
    write(station, run, overdue(run))
    await station.pushed(plant.client)
    assert await situations(plant) == ["check_overdue"]
    write(station, run, started(run), completed(run))
    await station.pushed(plant.client)
    assert await situations(plant) == []
    assert plant.plant.projector.rebuild()


async def test_a_line_that_failed_waits_until_it_is_settled(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    run = run_at(station)
    write(station, run, started(run), failed(run), completed(run, "guard"))
    await station.pushed(local_plant.client)
    assert [one["failed"] for one in (await listed(local_plant))["failed"]] == [["Guard"]]
    assert await situations(local_plant) == ["check_failed"]
    settled = FormLineSettled(run=run, form=FORM, step="guard", why="put_right", right="sign_off")
    write(station, run, settled)
    await station.pushed(local_plant.client)
    assert (await listed(local_plant))["failed"] == []
    assert await situations(local_plant) == []


async def test_a_line_done_again_or_a_good_check_settles_what_failed(plant: PlantRig) -> None:
    station, other = await plant.station(), await plant.station("ST-050")
    first, second, elsewhere = run_at(station, 1), run_at(station, 2), run_at(other)
    write(other, elsewhere, started(elsewhere), failed(elsewhere), completed(elsewhere, "guard"))
    await other.pushed(plant.client)
    write(station, first, started(first), failed(first))
    write(station, first, StepRedone(step="guard", reason="done_wrong"))
    write(station, first, failed(first, "bench"), completed(first, "bench"))
    await station.pushed(plant.client)
    assert (await situations(plant)).count("check_failed") == 2
    write(station, second, started(second), completed(second))
    await station.pushed(plant.client)
    left = (await listed(plant))["failed"]
    assert [one["station"] for one in left] == ["ST-050"]
    assert await situations(plant) == ["check_failed"]


async def test_a_line_that_fails_once_more_waits_once_more(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    run = run_at(station)
    again = StepRedone(step="guard", reason="done_wrong")
    write(station, run, started(run), failed(run), again)
    await station.pushed(local_plant.client)
    assert await situations(local_plant) == []
    write(station, run, failed(run))
    await station.pushed(local_plant.client)
    assert await situations(local_plant) == ["check_failed"]
    before = await listed(local_plant)
    assert local_plant.plant.projector.rebuild()
    assert await listed(local_plant) == before
    assert await situations(local_plant) == ["check_failed"]


async def test_a_decision_at_the_board_stands_in_the_record(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    run = run_at(station)
    settled = FormLineSettled(
        run=run, form=FORM, step="guard", why="put_right", right="sign_off", decided_by="lead 204"
    )
    write(station, run, started(run), failed(run), settled)
    await station.pushed(local_plant.client)
    record = (await local_plant.client.get(f"/v1/units/{quote(run, safe='')}")).json()
    said = record["lines"][-1]["evidence"]
    assert said == "settled: put right · decided at the board by lead 204"


async def test_a_check_counts_as_no_unit(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    done(station, run_at(station))
    await station.pushed(local_plant.client)
    assert (await local_plant.client.get("/v1/units")).json() == []


async def test_a_checks_record_is_shown_and_signed_as_a_units(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    run = run_at(station)
    done(station, run)
    await station.pushed(local_plant.client)
    address = f"/v1/units/{quote(run, safe='')}"
    record = (await local_plant.client.get(address)).json()
    assert (record["product"], record["state"]) == ("Start-of-shift check", "completed")
    steps = [line["step"] for line in record["lines"]]
    assert steps == ["Due", "Check begun", "guard", "approval", "approval", "Check done"]
    assert [one["name"] for one in record["signatures"]] == ["Lead 12"]
    file = (await local_plant.client.get(f"{address}/record.json")).content
    assert check_record(file, is_signed=is_signed, plant_key=None).is_ok
    assert (await local_plant.client.get(f"{address}/record.pdf")).status_code == 200
    page = await local_plant.client.get(f"/checks/{quote(run, safe='')}")
    assert page.status_code == 200
    assert "Looked at by the lead" in page.text


def open_checks(plant: PlantRig) -> list[tuple[str, str]]:
    """What stations are told of checks that lie open."""
    with plant.plant.database.read() as connection:
        found = current_all(connection, OpenCheck.KIND)
    checks = [msgspec.json.decode(item.body, type=OpenCheck) for item in found]
    return [(one.form, one.station) for one in checks]


async def test_every_station_is_told_where_a_check_lies_open(plant: PlantRig) -> None:
    station = await plant.station()
    run = run_at(station)
    write(station, run, due(station, run), started(run))
    await station.pushed(plant.client)
    assert open_checks(plant) == []
    write(station, run, FormLeft(run=run))
    await station.pushed(plant.client)
    assert open_checks(plant) == [(FORM, "ST-040")]
    write(station, run, FormResumed(run=run))
    await station.pushed(plant.client)
    assert open_checks(plant) == []
    write(station, run, FormLeft(run=run))
    await station.pushed(plant.client)
    write(station, run, FormResumed(run=run), FormLeft(run=run), completed(run))
    await station.pushed(plant.client)
    assert open_checks(plant) == []


async def test_a_check_that_was_done_without_a_break_is_told_to_nobody(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    done(station, run_at(station))
    await station.pushed(local_plant.client)
    with local_plant.plant.database.read() as connection:
        assert head(connection, FEED) == 0


async def test_a_check_has_no_epcis_and_says_what_it_has(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    run = run_at(station)
    done(station, run)
    await station.pushed(local_plant.client)
    reply = await local_plant.client.get(f"/v1/units/{quote(run, safe='')}/epcis.json")
    assert (reply.status_code, reply.json()["code"]) == (422, "no_unit")
    assert "Its signed record (record.json)" in reply.json()["detail"]
    unknown = await local_plant.client.get("/v1/units/check:nothing/epcis.json")
    assert unknown.status_code == 404


async def test_drawn_anew_the_checks_are_the_same(plant: PlantRig) -> None:
    station = await plant.station()
    first, second = run_at(station, 1), run_at(station, 2)
    write(station, first, due(station, first), started(first), failed(first))
    write(station, first, completed(first, "guard"))
    write(station, second, due(station, second), overdue(second))
    await station.pushed(plant.client)
    before = await listed(plant)
    assert plant.plant.projector.rebuild()
    assert await listed(plant) == before


async def test_a_check_that_only_a_lost_journal_knew_waits_for_nobody(plant: PlantRig) -> None:
    lost = await plant.station()
    run = run_at(lost)
    write(lost, run, due(lost, run), started(run), FormLeft(run=run), overdue(run))
    await lost.pushed(plant.client)
    assert await situations(plant) == ["check_overdue"]
    anew = await plant.station()
    anew.write(StationStarted(software="1"))
    await anew.pushed(plant.client)
    found = await listed(plant)
    assert (found["to_do"], await situations(plant)) == ([], [])
    (ended,) = found["ended"]
    assert (ended["state"], ended["why"]) == ("skipped", "missed")
    with plant.plant.database.read() as connection:
        assert list(current_all(connection, OpenCheck.KIND)) == []
    assert plant.plant.projector.rebuild()
