"""Words of the settings, the long work behind them, and About."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SETTINGS: dict[str, str] = {
    "do_it/settings": QT_TRANSLATE_NOOP("station", "Settings"),
    "do_it/change": QT_TRANSLATE_NOOP("station", "Change"),
    "do_it/start": QT_TRANSLATE_NOOP("station", "Start"),
    "do_it/test": QT_TRANSLATE_NOOP("station", "Test"),
    "do_it/save": QT_TRANSLATE_NOOP("station", "Save"),
    "do_it/edit": QT_TRANSLATE_NOOP("station", "Change address"),
    "do_it/fits": QT_TRANSLATE_NOOP("station", "Card fits"),
    "do_it/restart": QT_TRANSLATE_NOOP("station", "Start station again"),
    "do_it/try_now": QT_TRANSLATE_NOOP("station", "Try now"),
    "do_it/look_again": QT_TRANSLATE_NOOP("station", "Look again"),
    "do_it/write_here": QT_TRANSLATE_NOOP("station", "Write here"),
    "do_it/stop_work": QT_TRANSLATE_NOOP("station", "Stop this"),
    "wait/device": QT_TRANSLATE_NOOP("station", "Waiting for device"),
    "settings/title": QT_TRANSLATE_NOOP("station", "Settings"),
    "settings/line": QT_TRANSLATE_NOOP(
        "station", "Each change is recorded with your name and a reason."
    ),
    "settings/read_only": QT_TRANSLATE_NOOP(
        "station", "To look at only. A technician may change them."
    ),
    "settings/read_only_who": QT_TRANSLATE_NOOP("station", "To look at only. Ask {who}."),
    "settings/recording": QT_TRANSLATE_NOOP("station", "Recording the change…"),
    "settings/recorded": QT_TRANSLATE_NOOP("station", "Recorded: {setting}, {before} → {after}"),
    "settings/now": QT_TRANSLATE_NOOP("station", "Now: {value}"),
    "settings/why": QT_TRANSLATE_NOOP("station", "Why do you change this? {setting}"),
    "settings/from_to": QT_TRANSLATE_NOOP("station", "{before} → {after}"),
    "settings/station": QT_TRANSLATE_NOOP("station", "Station"),
    "settings/devices": QT_TRANSLATE_NOOP("station", "Devices"),
    "settings/screen": QT_TRANSLATE_NOOP("station", "Screen and sound"),
    "settings/people": QT_TRANSLATE_NOOP("station", "People and rights"),
    "settings/network": QT_TRANSLATE_NOOP("station", "Network and server"),
    "settings/journal": QT_TRANSLATE_NOOP("station", "Records and export"),
    "settings/language": QT_TRANSLATE_NOOP("station", "Language"),
    "settings/about": QT_TRANSLATE_NOOP("station", "About"),
    "settings/people/line": QT_TRANSLATE_NOOP(
        "station", "The plant keeps people and their rights. The server sends them."
    ),
    "settings/network/line": QT_TRANSLATE_NOOP(
        "station", "Work goes on without the server. All records are kept safe."
    ),
    "settings/journal/line": QT_TRANSLATE_NOOP(
        "station", "The station goes on while this is done."
    ),
    "settings/about/line": QT_TRANSLATE_NOOP(
        "station", "The parts it is built on, with their licences"
    ),
    "setting/waits": QT_TRANSLATE_NOOP("station", "Saved. Works after the station starts again."),
    "setting/station.name": QT_TRANSLATE_NOOP("station", "Name"),
    "setting/station.name/does": QT_TRANSLATE_NOOP("station", "Stands in the header"),
    "setting/station.id": QT_TRANSLATE_NOOP("station", "Station number"),
    "setting/station.id/does": QT_TRANSLATE_NOOP(
        "station", "Signs every record. Enrol again to change it."
    ),
    "setting/station.line": QT_TRANSLATE_NOOP("station", "Line"),
    "setting/station.line/does": QT_TRANSLATE_NOOP(
        "station", "An administrator changes it in the file."
    ),
    "setting/station.data": QT_TRANSLATE_NOOP("station", "Data folder"),
    "setting/station.data/does": QT_TRANSLATE_NOOP("station", "Holds all records of this station"),
    "setting/screen.theme": QT_TRANSLATE_NOOP("station", "Colours"),
    "setting/screen.theme/does": QT_TRANSLATE_NOOP(
        "station", "Light for bright halls, dark for dim cells"
    ),
    "setting/screen.px_per_mm": QT_TRANSLATE_NOOP("station", "Size on the glass"),
    "setting/screen.px_per_mm/does": QT_TRANSLATE_NOOP(
        "station", "Measured with a bank card, so that buttons are large enough"
    ),
    "setting/screen.gloves": QT_TRANSLATE_NOOP("station", "Gloves"),
    "setting/screen.gloves/does": QT_TRANSLATE_NOOP(
        "station", "Larger buttons, further from each other"
    ),
    "setting/screen.sound": QT_TRANSLATE_NOOP("station", "Sound"),
    "setting/screen.sound/does": QT_TRANSLATE_NOOP("station", "Tones for OK, NOK and attention"),
    "setting/screen.motion": QT_TRANSLATE_NOOP("station", "Motion"),
    "setting/screen.motion/does": QT_TRANSLATE_NOOP(
        "station", "Moving pictures and pointers. Off shows the first picture."
    ),
    "setting/screen.full_screen": QT_TRANSLATE_NOOP("station", "Full screen"),
    "setting/screen.full_screen/does": QT_TRANSLATE_NOOP(
        "station", "Off shows a window. Works after the next start."
    ),
    "setting/screen.language": QT_TRANSLATE_NOOP("station", "Language of this station"),
    "setting/screen.language/does": QT_TRANSLATE_NOOP(
        "station", "Spoken while nobody is signed in. People have their own."
    ),
    "setting/device": QT_TRANSLATE_NOOP("station", "{device} · {kind}"),
    "setting/device.url": QT_TRANSLATE_NOOP("station", "Address of {device}"),
    "setting/px_per_mm": QT_TRANSLATE_NOOP("station", "{value} pixels per mm"),
    "setting/value/on": QT_TRANSLATE_NOOP("station", "On"),
    "setting/value/off": QT_TRANSLATE_NOOP("station", "Off"),
    "setting/value/light": QT_TRANSLATE_NOOP("station", "Light"),
    "setting/value/dark": QT_TRANSLATE_NOOP("station", "Dark"),
    "setting/roster": QT_TRANSLATE_NOOP("station", "List of people"),
    "setting/roster/does": QT_TRANSLATE_NOOP("station", "How old it is. The server sends it."),
    "setting/roster_unknown": QT_TRANSLATE_NOOP("station", "Not known"),
    "setting/present": QT_TRANSLATE_NOOP("station", "Signed in"),
    "setting/present/does": QT_TRANSLATE_NOOP("station", "Who works here now"),
    "setting/holder": QT_TRANSLATE_NOOP("station", "One of those who may do it here"),
    "setting/server": QT_TRANSLATE_NOOP("station", "Server"),
    "setting/enrolled": QT_TRANSLATE_NOOP("station", "Enrolment"),
    "setting/enrolled/does": QT_TRANSLATE_NOOP(
        "station", "This station is enrolled. For another server, enrol it again."
    ),
    "setting/enrolled/how": QT_TRANSLATE_NOOP(
        "station", "Not enrolled. An administrator enrols it with a code: asbuilt enrol"
    ),
    "setting/ca_file": QT_TRANSLATE_NOOP("station", "Certificate of the plant"),
    "setting/ca_file/does": QT_TRANSLATE_NOOP(
        "station", "Proves that the server is the right one"
    ),
    "setting/ca_system": QT_TRANSLATE_NOOP("station", "From the system"),
    "setting/scada": QT_TRANSLATE_NOOP("station", "Control room"),
    "setting/scada/does": QT_TRANSLATE_NOOP("station", "Where OPC UA clients read our state"),
    "setting/about/does": QT_TRANSLATE_NOOP("station", "Version of this station"),
    "device_kind/tool": QT_TRANSLATE_NOOP("station", "Tool"),
    "device_kind/gauge": QT_TRANSLATE_NOOP("station", "Gauge"),
    "device_kind/scanner": QT_TRANSLATE_NOOP("station", "Scanner"),
    "device_kind/machine": QT_TRANSLATE_NOOP("station", "Machine"),
    "device_kind/camera": QT_TRANSLATE_NOOP("station", "Camera"),
    "device_kind/printer": QT_TRANSLATE_NOOP("station", "Label printer"),
    "why/exchange": QT_TRANSLATE_NOOP("station", "Device exchanged"),
    "why/moved": QT_TRANSLATE_NOOP("station", "Station moved"),
    "why/better": QT_TRANSLATE_NOOP("station", "Better for people"),
    "why/wrong": QT_TRANSLATE_NOOP("station", "It was wrong"),
    "why/trial": QT_TRANSLATE_NOOP("station", "To try it"),
    "why/words": QT_TRANSLATE_NOOP("station", "Own words…"),
    "calibrate/title": QT_TRANSLATE_NOOP("station", "Measure the glass"),
    "calibrate/hold": QT_TRANSLATE_NOOP("station", "Hold a bank card against the blue bar."),
    "calibrate/press": QT_TRANSLATE_NOOP(
        "station", "Press + or − until the bar is as wide as the card."
    ),
    "address/hint": QT_TRANSLATE_NOOP("station", "Type the address"),
    "address/title": QT_TRANSLATE_NOOP(
        "station", "Address of {device}, tested before it is saved"
    ),
    "trial/title": QT_TRANSLATE_NOOP("station", "Test of {device}"),
    "trial/running": QT_TRANSLATE_NOOP("station", "Asking the device. Nothing is saved yet."),
    "trial/verdict": QT_TRANSLATE_NOOP("station", "Answer"),
    "trial/answers": QT_TRANSLATE_NOOP("station", "Answers"),
    "trial/answers_not": QT_TRANSLATE_NOOP("station", "Does not answer well"),
    "trial.answers/line": QT_TRANSLATE_NOOP("station", "The device answers. Save the address."),
    "trial.silent/line": QT_TRANSLATE_NOOP(
        "station", "No answer in {seconds} s. Check power, cable and address."
    ),
    "trial.not_valid/line": QT_TRANSLATE_NOOP("station", "This address cannot be used: {why}"),
    "trial.failed/line": QT_TRANSLATE_NOOP("station", "The device does not do its part: {why}"),
    "trial.lacks/line": QT_TRANSLATE_NOOP(
        "station", "The device answers, but this does not work: {what}"
    ),
    "work/journal.check": QT_TRANSLATE_NOOP("station", "Check the records"),
    "work/journal.check/does": QT_TRANSLATE_NOOP(
        "station", "Proves chain, numbers, photos and signatures"
    ),
    "work/journal.export": QT_TRANSLATE_NOOP("station", "Export the records"),
    "work/journal.export/does": QT_TRANSLATE_NOOP(
        "station", "One line for each record, for other programs"
    ),
    "work/journal.copy": QT_TRANSLATE_NOOP("station", "Copy the records"),
    "work/journal.copy/does": QT_TRANSLATE_NOOP(
        "station", "A whole copy to restore a station from, without photos"
    ),
    "work/trial": QT_TRANSLATE_NOOP("station", "Test the device"),
    "work/download": QT_TRANSLATE_NOOP("station", "Fetch documents of the plant"),
    "work/begins": QT_TRANSLATE_NOOP("station", "It begins in a moment."),
    "work/goes_on": QT_TRANSLATE_NOOP(
        "station", "You can go back to work. This goes on by itself."
    ),
    "work/since": QT_TRANSLATE_NOOP("station", "For {age}"),
    "work/of": QT_TRANSLATE_NOOP("station", "{done} of {total}, for {age}"),
    "work/share": QT_TRANSLATE_NOOP("station", "{percent} %"),
    "work/header": QT_TRANSLATE_NOOP("station", "{what} · {percent} %"),
    "work/not_done": QT_TRANSLATE_NOOP("station", "Not done"),
    "work.checked/line": QT_TRANSLATE_NOOP("station", "All is in order. Records checked: {count}"),
    "work.checked_bad/line": QT_TRANSLATE_NOOP(
        "station", "Something is wrong. Call an administrator. Records checked: {count}"
    ),
    "work.written/line": QT_TRANSLATE_NOOP("station", "The file is written. Records: {count}"),
    "work.cancelled/line": QT_TRANSLATE_NOOP("station", "Stopped. Nothing was written."),
    "work.failed/line": QT_TRANSLATE_NOOP("station", "It did not work: {why}"),
    "place/stick": QT_TRANSLATE_NOOP("station", "USB stick {name}"),
    "place/own": QT_TRANSLATE_NOOP("station", "This station"),
    "place/free": QT_TRANSLATE_NOOP("station", "{count} GB free"),
    "place/line": QT_TRANSLATE_NOOP("station", "Choose where the file goes."),
    "place/no_stick": QT_TRANSLATE_NOOP(
        "station", "No USB stick found. Plug one in, then look again."
    ),
    "do/call_administrator": QT_TRANSLATE_NOOP("station", "Call an administrator."),
    "do/test_address": QT_TRANSLATE_NOOP("station", "Press Test, then save."),
    "do/other_value": QT_TRANSLATE_NOOP("station", "Choose another value."),
    "do/plug_stick": QT_TRANSLATE_NOOP("station", "Plug the stick in, then look again."),
    "setting.not_saved/headline": QT_TRANSLATE_NOOP("station", "The setting was not saved."),
    "setting.not_saved/why": QT_TRANSLATE_NOOP("station", "{why}"),
    "setting.unknown/headline": QT_TRANSLATE_NOOP("station", "This cannot be changed here."),
    "setting.unknown/why": QT_TRANSLATE_NOOP(
        "station", "An administrator changes {key} in the station's file."
    ),
    "setting.not_tried/headline": QT_TRANSLATE_NOOP("station", "Test the address first."),
    "setting.not_tried/why": QT_TRANSLATE_NOOP(
        "station", "The device has not answered at {value} yet."
    ),
    "setting.not_valid/headline": QT_TRANSLATE_NOOP("station", "This value is not possible."),
    "setting.not_valid/why": QT_TRANSLATE_NOOP("station", "{value} is not taken here."),
    "work.running/headline": QT_TRANSLATE_NOOP("station", "This is going on already."),
    "work.running/why": QT_TRANSLATE_NOOP("station", "Wait until it is done, or stop it."),
    "work.not_cancelled/headline": QT_TRANSLATE_NOOP("station", "This cannot be stopped."),
    "work.not_cancelled/why": QT_TRANSLATE_NOOP("station", "It ends by itself."),
    "journal.place_gone/headline": QT_TRANSLATE_NOOP("station", "The stick is gone."),
    "journal.place_gone/why": QT_TRANSLATE_NOOP(
        "station", "Nothing was written. {place} was not found."
    ),
}
