"""The words of every refusal: code/headline, code/why, and what to do about it."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

REFUSALS: dict[str, str] = {
    # -- parts ------------------------------------------------------------------------------
    "scan.unknown/headline": QT_TRANSLATE_NOOP("station", "This code is not known here."),
    "scan.unknown/why": QT_TRANSLATE_NOOP("station", "It is no label of this plant."),
    "scan.compressed/headline": QT_TRANSLATE_NOOP("station", "This link is compressed."),
    "scan.compressed/why": QT_TRANSLATE_NOOP(
        "station", "The station does not read compressed GS1 links. Nothing was recorded."
    ),
    "scan.ambiguous/headline": QT_TRANSLATE_NOOP("station", "This code can be two things."),
    "scan.ambiguous/why": QT_TRANSLATE_NOOP(
        "station", "Two code patterns of the plant read it differently. Nothing was recorded."
    ),
    "scan.not_a_part/headline": QT_TRANSLATE_NOOP("station", "This is not a part label."),
    "scan.not_a_part/why": QT_TRANSLATE_NOOP("station", "This step needs the {component}."),
    "part.not_in_bill/headline": QT_TRANSLATE_NOOP("station", "Stop. Do not fit this part."),
    "part.not_in_bill/why": QT_TRANSLATE_NOOP(
        "station", "{scanned_part} is not in the bill of this variant."
    ),
    "part.not_this_step/headline": QT_TRANSLATE_NOOP(
        "station", "Not this one. This is the {scanned_component}."
    ),
    "part.not_this_step/why": QT_TRANSLATE_NOOP("station", "This step needs the {component}."),
    "scan.no_serial/headline": QT_TRANSLATE_NOOP("station", "This label has no serial number."),
    "scan.no_serial/why": QT_TRANSLATE_NOOP(
        "station", "Every {component} is recorded by its serial number."
    ),
    "scan.no_lot/headline": QT_TRANSLATE_NOOP("station", "This label has no lot."),
    "scan.no_lot/why": QT_TRANSLATE_NOOP("station", "Every {component} is recorded by its lot."),
    "lot.unknown/headline": QT_TRANSLATE_NOOP("station", "Stop. Do not fit this {component}."),
    "lot.unknown/why": QT_TRANSLATE_NOOP("station", "Lot {lot} is not known at this station."),
    "lot.of_other_part/headline": QT_TRANSLATE_NOOP(
        "station", "Stop. Do not fit this {component}."
    ),
    "lot.of_other_part/why": QT_TRANSLATE_NOOP(
        "station", "Lot {lot} belongs to {lot_part}, the label says {part}."
    ),
    "lot.expired/headline": QT_TRANSLATE_NOOP("station", "Stop. Do not fit this {component}."),
    "lot.expired/why": QT_TRANSLATE_NOOP("station", "Lot {lot} expired on {expired_on}."),
    "lot.on_hold/headline": QT_TRANSLATE_NOOP("station", "Stop. Do not fit this {component}."),
    "lot.on_hold/why": QT_TRANSLATE_NOOP("station", "Lot {lot} is on hold since {since}."),
    "lot.on_hold/why_serial": QT_TRANSLATE_NOOP(
        "station", "Serial {serial} is on hold since {since}."
    ),
    "serial.already_fitted/headline": QT_TRANSLATE_NOOP(
        "station", "Stop. Do not fit this {component}."
    ),
    "serial.already_fitted/why": QT_TRANSLATE_NOOP(
        "station", "Serial {serial} is already in unit {unit}."
    ),
    "bill.no_such_component/headline": QT_TRANSLATE_NOOP(
        "station", "The bill does not name this part."
    ),
    "bill.no_such_component/why": QT_TRANSLATE_NOOP(
        "station", "Component “{component}” is missing in the bill of this variant."
    ),
    # -- scans at the wrong moment ------------------------------------------------------------
    "scan.not_expected/headline": QT_TRANSLATE_NOOP("station", "No part is scanned in this step."),
    "scan.not_expected/why": QT_TRANSLATE_NOOP("station", "The scan changed nothing."),
    "scan.no_unit/headline": QT_TRANSLATE_NOOP("station", "Scan a unit first."),
    "scan.no_unit/why": QT_TRANSLATE_NOOP("station", "No unit is open at this station."),
    "scan.unknown_command/headline": QT_TRANSLATE_NOOP("station", "This command is not known."),
    "scan.unknown_command/why": QT_TRANSLATE_NOOP("station", "The scan changed nothing."),
    "command.unknown/headline": QT_TRANSLATE_NOOP("station", "This is not possible here."),
    "command.unknown/why": QT_TRANSLATE_NOOP("station", "Nothing was changed."),
    # -- units and orders --------------------------------------------------------------------
    "unit.none/headline": QT_TRANSLATE_NOOP("station", "No unit is open."),
    "unit.none/why": QT_TRANSLATE_NOOP("station", "Nothing was recorded."),
    "unit.held/headline": QT_TRANSLATE_NOOP("station", "Stop. Unit {serial} is on hold."),
    "unit.held/why": QT_TRANSLATE_NOOP("station", "It may not go on before a person decides."),
    "unit.held/why_decided": QT_TRANSLATE_NOOP("station", "Decided by {by}: {decided}."),
    "unit.completed/headline": QT_TRANSLATE_NOOP("station", "Unit {serial} is finished."),
    "unit.completed/why": QT_TRANSLATE_NOOP(
        "station", "All steps of this station were completed before."
    ),
    "unit.open_elsewhere/headline": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} is open at another station."
    ),
    "unit.open_elsewhere/why": QT_TRANSLATE_NOOP("station", "{station} has not finished it."),
    "unit.another_open/headline": QT_TRANSLATE_NOOP("station", "Finish unit {open} first."),
    "unit.another_open/why": QT_TRANSLATE_NOOP(
        "station", "You scanned {serial}, but {open} is still open here."
    ),
    "order.none/headline": QT_TRANSLATE_NOOP("station", "There is no order for this station."),
    "order.none/why": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} cannot start without a released order."
    ),
    "order.not_here/headline": QT_TRANSLATE_NOOP("station", "Order {order} is not here."),
    "order.not_here/why": QT_TRANSLATE_NOOP(
        "station", "It is finished, not released, or for another station."
    ),
    "order.unit_open/headline": QT_TRANSLATE_NOOP("station", "Finish unit {open} first."),
    "order.unit_open/why": QT_TRANSLATE_NOOP(
        "station", "Order {order} can be chosen when no unit is open."
    ),
    "order.not_listed/headline": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} is not of order {order}."
    ),
    "order.not_listed/why": QT_TRANSLATE_NOOP(
        "station", "You chose {order}, and it lists its units."
    ),
    "order.unknown_unit/headline": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} belongs to no order here."
    ),
    "order.unknown_unit/why": QT_TRANSLATE_NOOP(
        "station", "None of the orders of this station lists it."
    ),
    "instruction.missing/headline": QT_TRANSLATE_NOOP(
        "station", "The instruction is not here yet."
    ),
    "instruction.missing/why": QT_TRANSLATE_NOOP(
        "station", "Instruction {instruction} has no released revision at this station."
    ),
    # -- steps ------------------------------------------------------------------------------
    "point.not_here/headline": QT_TRANSLATE_NOOP("station", "This place is not in this step."),
    "point.not_here/why": QT_TRANSLATE_NOOP("station", "Nothing was recorded."),
    "nok.none_open/headline": QT_TRANSLATE_NOOP("station", "There is nothing to acknowledge."),
    "nok.none_open/why": QT_TRANSLATE_NOOP("station", "No failed result is open."),
    "confirm.needs_badge/headline": QT_TRANSLATE_NOOP(
        "station", "This is confirmed with your badge."
    ),
    "confirm.needs_badge/why": QT_TRANSLATE_NOOP("station", "A tap is not enough here."),
    "confirm.not_yet/headline": QT_TRANSLATE_NOOP("station", "This step is not done yet."),
    "confirm.not_yet/why": QT_TRANSLATE_NOOP("station", "Something it asks for is missing."),
    "confirm.too_soon/headline": QT_TRANSLATE_NOOP("station", "Read the step first."),
    "confirm.too_soon/why": QT_TRANSLATE_NOOP(
        "station", "It can be confirmed in {seconds} s. Nothing was recorded yet."
    ),
    "photo.none/headline": QT_TRANSLATE_NOOP("station", "There is no photo yet."),
    "photo.none/why": QT_TRANSLATE_NOOP("station", "Take it first, look at it, then use it."),
    "photo.not_asked/headline": QT_TRANSLATE_NOOP("station", "This step asks for no photo."),
    "photo.not_asked/why": QT_TRANSLATE_NOOP("station", "The photo was not recorded."),
    "value.not_expected/headline": QT_TRANSLATE_NOOP("station", "No value is typed in this step."),
    "value.not_expected/why": QT_TRANSLATE_NOOP("station", "{value} was not recorded."),
    "value.typing_not_allowed/headline": QT_TRANSLATE_NOOP(
        "station", "This value must come from the gauge."
    ),
    "value.typing_not_allowed/why": QT_TRANSLATE_NOOP(
        "station", "{value} is kept, but does not count."
    ),
    "value.nok_not_acknowledged/headline": QT_TRANSLATE_NOOP(
        "station", "Look at the failed value first."
    ),
    "value.nok_not_acknowledged/why": QT_TRANSLATE_NOOP(
        "station", "{value} is kept, but does not count."
    ),
    "value.unit_held/headline": QT_TRANSLATE_NOOP("station", "Stop. This unit is on hold."),
    "value.unit_held/why": QT_TRANSLATE_NOOP("station", "{value} is kept, but does not count."),
    "inspect.places_open/headline": QT_TRANSLATE_NOOP("station", "Look at every place first."),
    "inspect.places_open/why": QT_TRANSLATE_NOOP("station", "Still open: {places}."),
    "inspect.places_nok/headline": QT_TRANSLATE_NOOP("station", "A place is not OK."),
    "inspect.places_nok/why": QT_TRANSLATE_NOOP("station", "Not OK: {places}."),
    "redo.nothing_to_redo/headline": QT_TRANSLATE_NOOP("station", "There is nothing to do again."),
    "redo.nothing_to_redo/why": QT_TRANSLATE_NOOP(
        "station", "Nothing was recorded in this step yet."
    ),
    # -- people -----------------------------------------------------------------------------
    "sign_in.needed/headline": QT_TRANSLATE_NOOP("station", "Sign in first."),
    "sign_in.needed/why": QT_TRANSLATE_NOOP("station", "Scan your badge, then go on."),
    "sign_in.badge_unknown/headline": QT_TRANSLATE_NOOP(
        "station", "This badge is not known here."
    ),
    "sign_in.badge_unknown/why": QT_TRANSLATE_NOOP("station", "Ask the team lead to add you."),
    "sign_in.pin_wrong/headline": QT_TRANSLATE_NOOP("station", "The PIN is wrong."),
    "sign_in.pin_wrong/why": QT_TRANSLATE_NOOP("station", "Try again, or scan your badge."),
    "sign_in.locked/headline": QT_TRANSLATE_NOOP("station", "Too many wrong PINs."),
    "sign_in.locked/why": QT_TRANSLATE_NOOP(
        "station", "Wait {seconds} seconds, or scan your badge."
    ),
    "sign_in.not_allowed/headline": QT_TRANSLATE_NOOP("station", "You may not work here."),
    "sign_in.not_allowed/why": QT_TRANSLATE_NOOP(
        "station", "{person} is not active. Ask the team lead."
    ),
    "sign_in.skill_missing/headline": QT_TRANSLATE_NOOP(
        "station", "No valid certificate “{skill}”."
    ),
    "sign_in.skill_missing/why": QT_TRANSLATE_NOOP("station", "Ask the team lead."),
    "sign_in.skill_missing/why_until": QT_TRANSLATE_NOOP(
        "station", "It was valid until {until}. Ask the team lead."
    ),
    # -- devices ----------------------------------------------------------------------------
    "device.offline/headline": QT_TRANSLATE_NOOP("station", "{device}: no connection."),
    "device.offline/why": QT_TRANSLATE_NOOP(
        "station", "Check cable and power. The station keeps trying."
    ),
    "device.refused/headline": QT_TRANSLATE_NOOP("station", "{device} refused."),
    "device.refused/why": QT_TRANSLATE_NOOP(
        "station", "It says “{says}”. Try again, or call maintenance."
    ),
    "device.timeout/headline": QT_TRANSLATE_NOOP("station", "{device} does not answer."),
    "device.timeout/why": QT_TRANSLATE_NOOP("station", "Wait a moment, then try again."),
    "tool.not_configured/headline": QT_TRANSLATE_NOOP(
        "station", "Tool {tool} is not set up here."
    ),
    "tool.not_configured/why": QT_TRANSLATE_NOOP(
        "station", "Maintenance adds it to the configuration."
    ),
    "tool.lost_while_enabled/headline": QT_TRANSLATE_NOOP(
        "station", "Put tool {tool} down. The link is lost."
    ),
    "tool.lost_while_enabled/why": QT_TRANSLATE_NOOP(
        "station", "It may still run. Results are fetched when the link is back."
    ),
    "tool.not_locked/headline": QT_TRANSLATE_NOOP(
        "station", "Put tool {tool} down. It may be enabled."
    ),
    "tool.not_locked/why": QT_TRANSLATE_NOOP(
        "station", "It did not confirm its lock. The station keeps trying; call maintenance."
    ),
    "tool.in_doubt/headline": QT_TRANSLATE_NOOP("station", "Tool {tool} was locked."),
    "tool.in_doubt/why": QT_TRANSLATE_NOOP(
        "station", "It says “{says}”. Press Try again, or call maintenance."
    ),
    "tool.batch_differs/headline": QT_TRANSLATE_NOOP(
        "station", "{tool} counts {counted}, this station {expected}."
    ),
    "tool.batch_differs/why": QT_TRANSLATE_NOOP(
        "station",
        "A result may be missing. Check the last place, then press Try again.",
    ),
    # -- results that did not count ---------------------------------------------------------
    "result.not_wanted/headline": QT_TRANSLATE_NOOP(
        "station", "{device} made a result that nobody asked for."
    ),
    "result.not_wanted/why": QT_TRANSLATE_NOOP(
        "station", "It is kept for a person, and counts for nothing."
    ),
    "result.settled/headline": QT_TRANSLATE_NOOP("station", "Nothing was decided."),
    "result.settled/why": QT_TRANSLATE_NOOP(
        "station", "This result waits no longer, or none was chosen."
    ),
    "result.not_for_unit/headline": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} does not take this result."
    ),
    "result.not_for_unit/why": QT_TRANSLATE_NOOP(
        "station", "It was not in work when the result came, or has moved on."
    ),
    "result.not_for_step/headline": QT_TRANSLATE_NOOP(
        "station", "The open step of unit {serial} does not take this result."
    ),
    "result.not_for_step/why": QT_TRANSLATE_NOOP(
        "station", "It waits for no result of this tool. The result is kept."
    ),
    "do/tool_down": QT_TRANSLATE_NOOP("station", "Put the tool down."),
    "do/check_last": QT_TRANSLATE_NOOP(
        "station", "Was it on this unit? Check that place, or press Problem."
    ),
    "uncounted/headline": QT_TRANSLATE_NOOP("station", "A result of {device} did not count."),
    "uncounted.other_unit/why": QT_TRANSLATE_NOOP(
        "station", "It names another unit. It is kept for a person; do this place again."
    ),
    "uncounted.not_armed/why": QT_TRANSLATE_NOOP(
        "station", "The tool was not released for it. It is kept; do this place again."
    ),
    "uncounted.one_too_many/why": QT_TRANSLATE_NOOP(
        "station", "It was made for the step before, which is done. It is kept; go on here."
    ),
    "uncounted.nok_not_acknowledged/why": QT_TRANSLATE_NOOP(
        "station", "A failed result was still open. It is kept; do this place again."
    ),
    "uncounted.other/why": QT_TRANSLATE_NOOP("station", "It is kept for a person to look at."),
    "gauge.away/headline": QT_TRANSLATE_NOOP("station", "{device}: no connection."),
    "gauge.away/why": QT_TRANSLATE_NOOP(
        "station", "This value must come from the gauge. Check cable and power; it keeps trying."
    ),
    "gauge.not_configured/headline": QT_TRANSLATE_NOOP(
        "station", "Gauge {device} is not set up here."
    ),
    "gauge.not_configured/why": QT_TRANSLATE_NOOP(
        "station", "This value must come from it. Maintenance adds it to the configuration."
    ),
    "camera.unplugged/headline": QT_TRANSLATE_NOOP("station", "{device} is not plugged in."),
    "camera.unplugged/why": QT_TRANSLATE_NOOP(
        "station", "Check its cable, then try again. If it stays so, press Problem."
    ),
    "camera.busy/headline": QT_TRANSLATE_NOOP("station", "{device} is used by another program."),
    "camera.busy/why": QT_TRANSLATE_NOOP(
        "station", "Unplug the camera and plug it in again, then try again."
    ),
    "camera.dark/headline": QT_TRANSLATE_NOOP("station", "There is nothing on the picture."),
    "camera.dark/why": QT_TRANSLATE_NOOP(
        "station", "Uncover the lens of {device}, or switch the light on. Then try again."
    ),
    "camera.timeout/headline": QT_TRANSLATE_NOOP("station", "{device} gave no picture in time."),
    "camera.timeout/why": QT_TRANSLATE_NOOP(
        "station", "Unplug the camera and plug it in again, then try again."
    ),
    "camera.refused/headline": QT_TRANSLATE_NOOP("station", "{device} gave no picture."),
    "camera.refused/why": QT_TRANSLATE_NOOP(
        "station", "It says “{says}”. Try again; if it stays so, press Problem."
    ),
    "camera.not_configured/headline": QT_TRANSLATE_NOOP(
        "station", "Camera {device} is not set up here."
    ),
    "camera.not_configured/why": QT_TRANSLATE_NOOP(
        "station", "This photo must come from it. Maintenance adds it to the configuration."
    ),
    "label.no_printer/headline": QT_TRANSLATE_NOOP("station", "There is no label printer here."),
    "label.no_printer/why": QT_TRANSLATE_NOOP(
        "station", "Nothing was printed. Maintenance adds one to the configuration."
    ),
    "label.no_unit/headline": QT_TRANSLATE_NOOP("station", "There is no unit to label."),
    "label.no_unit/why": QT_TRANSLATE_NOOP(
        "station", "Nothing was printed. Scan the unit first, then ask for its label."
    ),
    "label.printed/headline": QT_TRANSLATE_NOOP("station", "{serial} has its label already."),
    "label.printed/why": QT_TRANSLATE_NOOP(
        "station", "For a second one, scan the reason: damaged, lost or unreadable."
    ),
    "label.unknown/headline": QT_TRANSLATE_NOOP("station", "{serial} may have its label already."),
    "label.unknown/why": QT_TRANSLATE_NOOP(
        "station", "Look in the printer first. If none came out, scan “label not out”."
    ),
    "label.not_printed/headline": QT_TRANSLATE_NOOP("station", "The label was not printed."),
    "label.not_printed/why": QT_TRANSLATE_NOOP("station", "{device}: {words}."),
    "label.may_have_printed/headline": QT_TRANSLATE_NOOP(
        "station", "The label may have been printed."
    ),
    "label.may_have_printed/why": QT_TRANSLATE_NOOP("station", "{device}: {words}."),
    "machine.refused/headline": QT_TRANSLATE_NOOP("station", "{machine} refused."),
    "machine.refused/why": QT_TRANSLATE_NOOP(
        "station", "It says “{says}”. Check the fixture, then try again."
    ),
    "machine.timeout/headline": QT_TRANSLATE_NOOP("station", "{machine} does not answer."),
    "machine.timeout/why": QT_TRANSLATE_NOOP("station", "Check the fixture, then try again."),
    "machine.offline/headline": QT_TRANSLATE_NOOP("station", "{machine}: no connection."),
    "machine.offline/why": QT_TRANSLATE_NOOP(
        "station", "Check cable and power. The station keeps trying."
    ),
    "machine.not_asked/headline": QT_TRANSLATE_NOOP("station", "Nobody asked the machine."),
    "machine.not_asked/why": QT_TRANSLATE_NOOP("station", "Its answer was not used."),
    "machine.not_configured/headline": QT_TRANSLATE_NOOP("station", "No machine is set up here."),
    "machine.not_configured/why": QT_TRANSLATE_NOOP(
        "station", "Maintenance adds it to the configuration."
    ),
    # -- the station itself -----------------------------------------------------------------
    "storage.full/headline": QT_TRANSLATE_NOOP("station", "Stop. The station’s disk is full."),
    "storage.full/why": QT_TRANSLATE_NOOP(
        "station", "Nothing can be recorded until there is room again."
    ),
    "storage.read_only/headline": QT_TRANSLATE_NOOP(
        "station", "Stop. The station’s disk takes no records."
    ),
    "storage.read_only/why": QT_TRANSLATE_NOOP(
        "station", "It can only be read. What was recorded before is safe."
    ),
    "storage.io/headline": QT_TRANSLATE_NOOP("station", "Stop. The station’s disk fails."),
    "storage.io/why": QT_TRANSLATE_NOOP(
        "station", "Nothing can be recorded. What was recorded before is kept."
    ),
    "storage.damaged/headline": QT_TRANSLATE_NOOP(
        "station", "Stop. This station’s record is damaged."
    ),
    "storage.damaged/why": QT_TRANSLATE_NOOP(
        "station", "It is kept as it is. Nothing is written to it or deleted."
    ),
    "storage.locked_by_other/headline": QT_TRANSLATE_NOOP(
        "station", "This station’s program runs already."
    ),
    "storage.locked_by_other/why": QT_TRANSLATE_NOOP(
        "station", "Only one program may write the record of a station."
    ),
    "storage.not_ours/headline": QT_TRANSLATE_NOOP(
        "station", "This is the record of another station."
    ),
    "storage.not_ours/why": QT_TRANSLATE_NOOP("station", "Nothing was written to it."),
    "storage.too_new/headline": QT_TRANSLATE_NOOP(
        "station", "This station’s software is too old for its record."
    ),
    "storage.too_new/why": QT_TRANSLATE_NOOP(
        "station", "Newer software wrote it. Nothing was changed."
    ),
    "storage/says": QT_TRANSLATE_NOOP("station", "For maintenance"),
    # -- the way to the plant's server --------------------------------------------------------
    "sync.fork/headline": QT_TRANSLATE_NOOP(
        "station", "This station’s history differs from the server’s."
    ),
    "sync.fork/why": QT_TRANSLATE_NOOP(
        "station",
        "Keep working, all is kept here. Nothing is sent until support has decided. Call support.",
    ),
    "sync.closed/headline": QT_TRANSLATE_NOOP(
        "station", "The server takes no more records under this enrolment."
    ),
    "sync.closed/why": QT_TRANSLATE_NOOP(
        "station", "Keep working, all is kept here. Support enrols this station again."
    ),
    "sync.standstill/headline": QT_TRANSLATE_NOOP(
        "station", "The server answers, but confirms nothing."
    ),
    "sync.standstill/why": QT_TRANSLATE_NOOP(
        "station", "Keep working, all is kept here. Call support if it stays so."
    ),
    "sync.certificate/headline": QT_TRANSLATE_NOOP(
        "station", "The server’s certificate is not valid."
    ),
    "sync.certificate/why": QT_TRANSLATE_NOOP(
        "station",
        "Keep working, all is kept here. Support renews it, or sets this station’s clock.",
    ),
    "sync.server_old/headline": QT_TRANSLATE_NOOP(
        "station", "The server is older than this station."
    ),
    "sync.server_old/why": QT_TRANSLATE_NOOP(
        "station", "Keep working, all is kept here. Support updates the server."
    ),
    "sync.station_old/headline": QT_TRANSLATE_NOOP(
        "station", "This station’s software is too old for its server."
    ),
    "sync.station_old/why": QT_TRANSLATE_NOOP(
        "station", "Keep working, all is kept here. Support updates this station, then it is sent."
    ),
    "sync.refused/headline": QT_TRANSLATE_NOOP("station", "The server refuses this station."),
    "sync.refused/why": QT_TRANSLATE_NOOP(
        "station", "Keep working, all is kept here. Call support."
    ),
    "sync.busy/headline": QT_TRANSLATE_NOOP("station", "The server is busy."),
    "sync.busy/why": QT_TRANSLATE_NOOP(
        "station", "Keep working, all is kept here. It is sent by itself."
    ),
    "sync.unreachable/headline": QT_TRANSLATE_NOOP("station", "The server cannot be reached."),
    "sync.unreachable/why": QT_TRANSLATE_NOOP(
        "station", "Keep working, all is kept here. It is sent by itself."
    ),
    "sync.not_enrolled/headline": QT_TRANSLATE_NOOP(
        "station", "This station is not enrolled at a server."
    ),
    "sync.not_enrolled/why": QT_TRANSLATE_NOOP(
        "station", "Records stay here. Support enrols it with a code from the plant."
    ),
    "sync.blind/headline": QT_TRANSLATE_NOOP("station", "What waits to be sent cannot be read."),
    "sync.blind/why": QT_TRANSLATE_NOOP("station", "Call maintenance: the disk is the cause."),
    "refused/headline": QT_TRANSLATE_NOOP("station", "This did not work."),
    "refused/why": QT_TRANSLATE_NOOP("station", "The station answered “{code}”."),
    # -- what to do -------------------------------------------------------------------------
    "do/red_box": QT_TRANSLATE_NOOP("station", "Put the {component} into the red box."),
    "do/put_back": QT_TRANSLATE_NOOP("station", "Put this part back."),
    "do/take_from": QT_TRANSLATE_NOOP("station", "Take the {component} from {use_location}."),
    "do/take_lot": QT_TRANSLATE_NOOP("station", "Take a {component} of lot {use_lot}."),
    "do/take_other": QT_TRANSLATE_NOOP("station", "Take a {component} of another lot."),
    "do/take_other_piece": QT_TRANSLATE_NOOP("station", "Take another {component}."),
    "do/take_needed": QT_TRANSLATE_NOOP("station", "Take the {component}, {part}."),
    "do/scan_its_label": QT_TRANSLATE_NOOP("station", "Scan its label."),
    "do/scan_part_label": QT_TRANSLATE_NOOP(
        "station", "Scan the maker’s label on the {component}."
    ),
    "do/scan_right_label": QT_TRANSLATE_NOOP("station", "Scan the label you need."),
    "do/scan_other_code": QT_TRANSLATE_NOOP("station", "Scan another code on the label."),
    "do/ask_quality": QT_TRANSLATE_NOOP("station", "Ask quality. Keep the part aside."),
    "do/carry_on": QT_TRANSLATE_NOOP("station", "Go back and carry on with the step."),
    "do/scan_unit": QT_TRANSLATE_NOOP("station", "Scan the label of a unit."),
    "do/finish_open": QT_TRANSLATE_NOOP("station", "Go back and finish unit {open}."),
    "do/leave_open": QT_TRANSLATE_NOOP("station", "Or leave it: press Problem."),
    "do/check_unit": QT_TRANSLATE_NOOP("station", "Check that the unit belongs here."),
    "do/put_aside": QT_TRANSLATE_NOOP("station", "Put the unit aside, marked."),
    "do/call_lead": QT_TRANSLATE_NOOP("station", "Call the team lead."),
    "do/next_unit": QT_TRANSLATE_NOOP("station", "Take the next unit."),
    "do/read_first": QT_TRANSLATE_NOOP("station", "Go back and read the step, then confirm it."),
    "do/use_gauge": QT_TRANSLATE_NOOP("station", "Go back and measure with the gauge."),
    "do/see_value": QT_TRANSLATE_NOOP("station", "Go back, press “Measure again”, then measure."),
    "do/answer_all": QT_TRANSLATE_NOOP("station", "Answer each place: OK or NOK."),
    "do/scan_badge": QT_TRANSLATE_NOOP("station", "Scan your badge."),
    "do/still_signed_in": QT_TRANSLATE_NOOP(
        "station", "Nothing changed: go back and carry on with the step."
    ),
    "do/choose_order": QT_TRANSLATE_NOOP("station", "Tap the right order, or scan its label."),
    "do/wait_sync": QT_TRANSLATE_NOOP(
        "station", "Wait until the station is synced, then scan again."
    ),
    "do/stop_work": QT_TRANSLATE_NOOP("station", "Do not go on with this unit."),
    "do/no_work": QT_TRANSLATE_NOOP("station", "Do not work at this station yet."),
    "do/free_space": QT_TRANSLATE_NOOP("station", "Call maintenance: free space on the disk."),
    "do/make_writable": QT_TRANSLATE_NOOP(
        "station", "Call maintenance: check the disk, then make it writable again."
    ),
    "do/check_disk": QT_TRANSLATE_NOOP(
        "station", "Call maintenance: check the disk and its cable."
    ),
    "do/set_aside": QT_TRANSLATE_NOOP(
        "station", "Call maintenance: set the record aside and restore the newest copy."
    ),
    "do/close_other": QT_TRANSLATE_NOOP(
        "station", "Find its other window and work there, or close it."
    ),
    "do/check_station_name": QT_TRANSLATE_NOOP(
        "station", "Call maintenance: check the station’s name and its data folder."
    ),
    "do/update_station": QT_TRANSLATE_NOOP(
        "station", "Call maintenance: update this station’s software."
    ),
    "do/try_again": QT_TRANSLATE_NOOP("station", "Press Try again when it is solved."),
    "do/open_elsewhere": QT_TRANSLATE_NOOP("station", "Bring the unit to {station}."),
}
