<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>station</name>
    <message>
        <source> · {number} of {total}</source>
        <translation> · {number} von {total}</translation>
    </message>
    <message>
        <source>1 Where</source>
        <translation>1 Wo</translation>
    </message>
    <message>
        <source>1 to 8 · CMD:1 to CMD:8</source>
        <translation>1 bis 8 · CMD:1 bis CMD:8</translation>
    </message>
    <message>
        <source>2 What</source>
        <translation>2 Was</translation>
    </message>
    <message>
        <source>3 Then</source>
        <translation>3 Dann</translation>
    </message>
    <message>
        <source>4 to 6 digits</source>
        <translation>4 bis 6 Ziffern</translation>
    </message>
    <message>
        <source>A blue frame shows where you are.</source>
        <translation>Ein blauer Rahmen zeigt, wo Sie sind.</translation>
    </message>
    <message>
        <source>A box came</source>
        <translation>Kiste da</translation>
    </message>
    <message>
        <source>A bypass names a gate and the extra checks of each unit.</source>
        <translation>Eine Umgehung nennt eine Absicherung und die zusätzlichen Prüfungen je Einheit.</translation>
    </message>
    <message>
        <source>A bypass needs two different people.</source>
        <translation>Eine Umgehung braucht zwei verschiedene Personen.</translation>
    </message>
    <message>
        <source>A bypass says why, in a few words.</source>
        <translation>Eine Umgehung braucht einen Grund in wenigen Worten.</translation>
    </message>
    <message>
        <source>A certificate is missing.</source>
        <translation>Ein Nachweis fehlt.</translation>
    </message>
    <message>
        <source>A check is put off once.</source>
        <translation>Eine Prüfung wird einmal verschoben.</translation>
    </message>
    <message>
        <source>A concession is used up unit by unit. Without one, two people sign.</source>
        <translation>Eine Sonderfreigabe gilt Einheit für Einheit. Ohne sie unterschreiben zwei Personen.</translation>
    </message>
    <message>
        <source>A decision about a unit says why, in a few words.</source>
        <translation>Eine Entscheidung braucht einen Grund in wenigen Worten.</translation>
    </message>
    <message>
        <source>A failed result is put right or decided about, never bypassed.</source>
        <translation>Ein Fehlergebnis wird behoben oder entschieden, nie umgangen.</translation>
    </message>
    <message>
        <source>A failed result was still open. It is kept; do this place again.</source>
        <translation>Ein Fehlergebnis war noch offen. Es bleibt erhalten; Stelle wiederholen.</translation>
    </message>
    <message>
        <source>A failed result was still open. Whose is it?</source>
        <translation>Ein Fehlergebnis war noch offen. Wohin gehört es?</translation>
    </message>
    <message>
        <source>A few words are enough.</source>
        <translation>Ein paar Worte genügen.</translation>
    </message>
    <message>
        <source>A part in this unit is on hold.</source>
        <translation>Ein Teil in dieser Einheit ist gesperrt.</translation>
    </message>
    <message>
        <source>A photo says more than words. It may be left out.</source>
        <translation>Ein Foto sagt mehr als Worte. Es darf fehlen.</translation>
    </message>
    <message>
        <source>A picture is taken. Nobody keeps it.</source>
        <translation>Ein Bild wird aufgenommen. Niemand behält es.</translation>
    </message>
    <message>
        <source>A place is not OK.</source>
        <translation>Eine Stelle ist nicht OK.</translation>
    </message>
    <message>
        <source>A question about a handover</source>
        <translation>Eine Rückfrage zur Übergabe</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>Ein Grund fehlt.</translation>
    </message>
    <message>
        <source>A result may be missing. Check the last place, then press Try again.</source>
        <translation>Ein Ergebnis kann fehlen. Letzte Stelle prüfen, dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A result of {device} did not count.</source>
        <translation>Ein Ergebnis von {device} zählte nicht.</translation>
    </message>
    <message>
        <source>A second person has to agree to this.</source>
        <translation>Dem muss eine zweite Person zustimmen.</translation>
    </message>
    <message>
        <source>A second person signs here.</source>
        <translation>Hier unterschreibt eine zweite Person.</translation>
    </message>
    <message>
        <source>A second person signs.</source>
        <translation>Eine zweite Person unterschreibt.</translation>
    </message>
    <message>
        <source>A signature is missing.</source>
        <translation>Eine Unterschrift fehlt.</translation>
    </message>
    <message>
        <source>A tap is not enough here.</source>
        <translation>Ein Tippen genügt hier nicht.</translation>
    </message>
    <message>
        <source>A test label is printing.</source>
        <translation>Ein Testetikett wird gedruckt.</translation>
    </message>
    <message>
        <source>A trial: no unit</source>
        <translation>Ein Versuch: keine Einheit</translation>
    </message>
    <message>
        <source>A unit is in work.</source>
        <translation>Eine Einheit ist in Arbeit.</translation>
    </message>
    <message>
        <source>A unit is not accepted without a reason. Nothing was recorded.</source>
        <translation>Ohne Grund wird keine Einheit angenommen. Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>A whole copy to restore a station from, without photos</source>
        <translation>Volle Kopie zum Wiederherstellen einer Station, ohne Fotos</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Accept a deviation</source>
        <translation>Abweichung zulassen</translation>
    </message>
    <message>
        <source>Accept without</source>
        <translation>Trotzdem annehmen</translation>
    </message>
    <message>
        <source>Accepted without full proof. Signed: {people}. It stays not provable.</source>
        <translation>Ohne vollen Nachweis angenommen. Unterschrieben: {people}. Sie bleibt nicht nachweisbar.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Prüfung ergänzen</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Teil hinzufügen</translation>
    </message>
    <message>
        <source>Add parts beyond the bill</source>
        <translation>Teile über die Stückliste hinaus</translation>
    </message>
    <message>
        <source>Address of {device}</source>
        <translation>Adresse von {device}</translation>
    </message>
    <message>
        <source>Address of {device}, tested before it is saved</source>
        <translation>Adresse von {device}, vor dem Speichern getestet</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Einstellen</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>After how many minutes did it change?</source>
        <translation>Nach wie vielen Minuten änderte es sich?</translation>
    </message>
    <message>
        <source>All OK</source>
        <translation>Alle OK</translation>
    </message>
    <message>
        <source>All is in order. Records checked: {count}</source>
        <translation>Alles in Ordnung. Geprüfte Einträge: {count}</translation>
    </message>
    <message>
        <source>All its steps were completed at {station}.</source>
        <translation>Alle ihre Schritte sind abgeschlossen an: {station}.</translation>
    </message>
    <message>
        <source>All lines are as they should be.</source>
        <translation>Alle Prüfpunkte sind in Ordnung.</translation>
    </message>
    <message>
        <source>All steps are done. It is finished when the defect is put right.</source>
        <translation>Alle Schritte sind getan. Fertig, wenn der Fehler behoben ist.</translation>
    </message>
    <message>
        <source>All steps of this station were completed before.</source>
        <translation>Alle Schritte dieser Station sind schon abgeschlossen.</translation>
    </message>
    <message>
        <source>All that is known of this device</source>
        <translation>Alles, was über dieses Gerät bekannt ist</translation>
    </message>
    <message>
        <source>All that is open</source>
        <translation>Alles Offene</translation>
    </message>
    <message>
        <source>All units: sampling is stopped</source>
        <translation>Alle Einheiten: Stichprobe ausgesetzt</translation>
    </message>
    <message>
        <source>All units: the lot is not accepted</source>
        <translation>Alle Einheiten: Los nicht angenommen</translation>
    </message>
    <message>
        <source>All {total} OK</source>
        <translation>Alle {total} OK</translation>
    </message>
    <message>
        <source>Already answered by {who}.</source>
        <translation>Schon beantwortet von {who}.</translation>
    </message>
    <message>
        <source>Already in another unit</source>
        <translation>Schon in anderer Einheit</translation>
    </message>
    <message>
        <source>Already set by {who}.</source>
        <translation>Schon gesetzt von {who}.</translation>
    </message>
    <message>
        <source>Also called: {who}, {time}</source>
        <translation>Auch gerufen: {who}, {time}</translation>
    </message>
    <message>
        <source>Alternative</source>
        <translation>Ersatzverfahren</translation>
    </message>
    <message>
        <source>An administrator changes it in the file.</source>
        <translation>Ein Administrator ändert es in der Datei.</translation>
    </message>
    <message>
        <source>An administrator changes {key} in the station&apos;s file.</source>
        <translation>Ein Administrator ändert {key} in der Datei der Station.</translation>
    </message>
    <message>
        <source>An urgent message comes first.</source>
        <translation>Erst eine dringende Nachricht.</translation>
    </message>
    <message>
        <source>And after {minutes} min?</source>
        <translation>Und nach {minutes} min?</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Angle {value}</source>
        <translation>Winkel {value}</translation>
    </message>
    <message>
        <source>Another person has to sign too.</source>
        <translation>Noch eine andere Person muss unterschreiben.</translation>
    </message>
    <message>
        <source>Another program holds it: end it.</source>
        <translation>Ein anderes Programm nutzt es: beenden.</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Another station or the plant holds it since {since}. {owner} decides.</source>
        <translation>Eine andere Station oder das Werk sperrt sie seit {since}. Es entscheidet: {owner}.</translation>
    </message>
    <message>
        <source>Another unit is in work now.</source>
        <translation>Jetzt ist eine andere Einheit in Arbeit.</translation>
    </message>
    <message>
        <source>Another unit is in work.</source>
        <translation>Eine andere Einheit ist in Arbeit.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer each place: OK or NOK.</source>
        <translation>Jede Stelle beantworten: OK oder NOK.</translation>
    </message>
    <message>
        <source>Answer: {words}</source>
        <translation>Antwort: {words}</translation>
    </message>
    <message>
        <source>Answered, still open: {words}</source>
        <translation>Beantwortet, noch offen: {words}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Approve the first piece</source>
        <translation>Erststück freigeben</translation>
    </message>
    <message>
        <source>As it stands in the journal. Nobody can change it.</source>
        <translation>Wie er in der Aufzeichnung steht. Niemand kann ihn ändern.</translation>
    </message>
    <message>
        <source>As it stands on the part</source>
        <translation>Wie es auf dem Teil steht</translation>
    </message>
    <message>
        <source>Asbuilt commands to scan</source>
        <extracomment>What stands beside each printed command: the word people say, and what scanning it does.</extracomment>
        <translation>Asbuilt-Befehle zum Scannen</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>Ask engineering</source>
        <translation>Technik fragen</translation>
    </message>
    <message>
        <source>Ask for a new label of this part.</source>
        <translation>Neues Etikett für dieses Teil verlangen.</translation>
    </message>
    <message>
        <source>Ask maintenance: it refuses us.</source>
        <translation>Instandhaltung fragen: Gerät lehnt ab.</translation>
    </message>
    <message>
        <source>Ask quality</source>
        <translation>Qualität fragen</translation>
    </message>
    <message>
        <source>Ask quality for a new concession.</source>
        <translation>Bei der Qualität neue Sonderfreigabe anfragen.</translation>
    </message>
    <message>
        <source>Ask quality. Keep the part aside.</source>
        <translation>Qualität fragen. Teil zur Seite legen.</translation>
    </message>
    <message>
        <source>Ask the team lead to add you.</source>
        <translation>Teamleitung bitten, Sie einzutragen.</translation>
    </message>
    <message>
        <source>Ask the team lead.</source>
        <translation>Teamleitung fragen.</translation>
    </message>
    <message>
        <source>Ask to be added: {who}.</source>
        <translation>Eintragen lassen durch: {who}.</translation>
    </message>
    <message>
        <source>Asked back: {words}</source>
        <translation>Rückfrage: {words}</translation>
    </message>
    <message>
        <source>Asked by {name}</source>
        <translation>Gefragt von {name}</translation>
    </message>
    <message>
        <source>Asking the device</source>
        <translation>Gerät wird gefragt</translation>
    </message>
    <message>
        <source>Asking the device. Nothing is saved yet.</source>
        <translation>Das Gerät wird gefragt. Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Assign results</source>
        <translation>Ergebnisse zuordnen</translation>
    </message>
    <message>
        <source>At its end the unit is judged again and goes back to its step.</source>
        <translation>Danach wird die Einheit neu bewertet und geht zu ihrem Schritt zurück.</translation>
    </message>
    <message>
        <source>At sign-in: choose the language.</source>
        <translation>Bei der Anmeldung: Sprache wählen.</translation>
    </message>
    <message>
        <source>At the server</source>
        <translation>Beim Server</translation>
    </message>
    <message>
        <source>At {since}: {reason}. That counts, for this station could not know it.</source>
        <translation>{since}: {reason}. Das gilt, denn diese Station konnte es nicht wissen.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the step</source>
        <translation>Zurück zum Schritt</translation>
    </message>
    <message>
        <source>Badge, or number and PIN.</source>
        <translation>Ausweis, oder Nummer und PIN.</translation>
    </message>
    <message>
        <source>Before the next unit</source>
        <translation>Vor der nächsten Einheit</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Being recorded: {what}</source>
        <translation>Wird aufgezeichnet: {what}</translation>
    </message>
    <message>
        <source>Better for people</source>
        <translation>Besser für die Leute</translation>
    </message>
    <message>
        <source>Bin empty</source>
        <translation>Behälter leer</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Box came</source>
        <translation>Kiste gekommen</translation>
    </message>
    <message>
        <source>Bring the unit to {station}.</source>
        <translation>Einheit zu {station} bringen.</translation>
    </message>
    <message>
        <source>Burr</source>
        <translation>Grat</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>By their work</source>
        <translation>Nach ihrer Arbeit</translation>
    </message>
    <message>
        <source>By {minutes} minutes, once.</source>
        <translation>Um {minutes} Minuten, einmal.</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>Umgehung</translation>
    </message>
    <message>
        <source>Bypass a device</source>
        <translation>Gerät umgehen</translation>
    </message>
    <message>
        <source>Bypass activated</source>
        <translation>Umgehung aktiviert</translation>
    </message>
    <message>
        <source>Bypass ended</source>
        <translation>Umgehung beendet</translation>
    </message>
    <message>
        <source>Bypass of a gate</source>
        <translation>Umgehung einer Absicherung</translation>
    </message>
    <message>
        <source>Bypass {bypass} checks nothing.</source>
        <translation>Umgehung {bypass} prüft nichts.</translation>
    </message>
    <message>
        <source>Bypass {bypass} has ended.</source>
        <translation>Umgehung {bypass} ist beendet.</translation>
    </message>
    <message>
        <source>Bypass {bypass} has ended. Two people verify the gate first.</source>
        <translation>Umgehung {bypass} ist beendet. Erst prüfen zwei Personen die Absicherung.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is active, or its gate was verified already.</source>
        <translation>Umgehung {bypass} ist aktiv, oder die Absicherung ist schon geprüft.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is active.</source>
        <translation>Umgehung {bypass} ist aktiv.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not active.</source>
        <translation>Umgehung {bypass} ist nicht aktiv.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not approved.</source>
        <translation>Umgehung {bypass} ist nicht freigegeben.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not for here.</source>
        <translation>Umgehung {bypass} gilt nicht hier.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not known.</source>
        <translation>Umgehung {bypass} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is used up.</source>
        <translation>Umgehung {bypass} ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Bypass {bypass} of the {gate} gate</source>
        <translation>Umgehung {bypass}, Absicherung: {gate}</translation>
    </message>
    <message>
        <source>Bypass: {count} left, until {time}</source>
        <translation>Umgehung: noch {count}, bis {time}</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Calibration ends in {age}</source>
        <translation>Kalibrierung endet in {age}</translation>
    </message>
    <message>
        <source>Calibration ends today</source>
        <translation>Kalibrierung endet heute</translation>
    </message>
    <message>
        <source>Calibration is over</source>
        <translation>Kalibrierung abgelaufen</translation>
    </message>
    <message>
        <source>Calibration over: do not use</source>
        <translation>Unkalibriert: nicht verwenden</translation>
    </message>
    <message>
        <source>Calibration was over: {where}</source>
        <translation>Kalibrierung war abgelaufen: {where}</translation>
    </message>
    <message>
        <source>Calibration withdrawn</source>
        <translation>Kalibrierung zurückgezogen</translation>
    </message>
    <message>
        <source>Call again if you still need help.</source>
        <translation>Erneut rufen, wenn noch Hilfe nötig ist.</translation>
    </message>
    <message>
        <source>Call an administrator.</source>
        <translation>Administrator rufen.</translation>
    </message>
    <message>
        <source>Call another</source>
        <translation>Andere rufen</translation>
    </message>
    <message>
        <source>Call answered</source>
        <translation>Ruf beantwortet</translation>
    </message>
    <message>
        <source>Call closed</source>
        <translation>Ruf beendet</translation>
    </message>
    <message>
        <source>Call help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Call maintenance</source>
        <translation>Instandhaltung rufen</translation>
    </message>
    <message>
        <source>Call maintenance: check the disk and its cable.</source>
        <translation>Instandhaltung rufen: Festplatte und Kabel prüfen.</translation>
    </message>
    <message>
        <source>Call maintenance: check the disk, then make it writable again.</source>
        <translation>Instandhaltung rufen: Festplatte prüfen, dann wieder beschreibbar machen.</translation>
    </message>
    <message>
        <source>Call maintenance: check the station’s name and its data folder.</source>
        <translation>Instandhaltung rufen: Stationsname und Datenordner prüfen.</translation>
    </message>
    <message>
        <source>Call maintenance: free space on the disk.</source>
        <translation>Instandhaltung rufen: Platz auf der Festplatte schaffen.</translation>
    </message>
    <message>
        <source>Call maintenance: set the record aside and restore the newest copy.</source>
        <translation>Instandhaltung rufen: Aufzeichnung beiseitelegen, neueste Kopie einspielen.</translation>
    </message>
    <message>
        <source>Call maintenance: the disk is the cause.</source>
        <translation>Instandhaltung rufen: Ursache ist die Festplatte.</translation>
    </message>
    <message>
        <source>Call maintenance: the tool is set up wrong.</source>
        <translation>Instandhaltung rufen: Das Werkzeug ist falsch eingestellt.</translation>
    </message>
    <message>
        <source>Call maintenance: update this station’s software.</source>
        <translation>Instandhaltung rufen: Software der Station aktualisieren.</translation>
    </message>
    <message>
        <source>Call quality</source>
        <translation>Qualität rufen</translation>
    </message>
    <message>
        <source>Call somebody to the station.</source>
        <translation>Jemanden zur Station rufen.</translation>
    </message>
    <message>
        <source>Call team lead</source>
        <translation>Teamleitung rufen</translation>
    </message>
    <message>
        <source>Call the lead</source>
        <translation>Teamleitung rufen</translation>
    </message>
    <message>
        <source>Call the lead to verify the gate.</source>
        <translation>Teamleitung zum Prüfen der Absicherung rufen.</translation>
    </message>
    <message>
        <source>Call the team lead about what is not OK.</source>
        <translation>Teamleitung rufen: etwas ist nicht OK.</translation>
    </message>
    <message>
        <source>Call the team lead to decide.</source>
        <translation>Teamleitung rufen, sie entscheidet.</translation>
    </message>
    <message>
        <source>Call the team lead.</source>
        <translation>Teamleitung rufen.</translation>
    </message>
    <message>
        <source>Called: {who}</source>
        <translation>Gerufen: {who}</translation>
    </message>
    <message>
        <source>Calling: {who}</source>
        <translation>Ruf: {who}</translation>
    </message>
    <message>
        <source>Calls elsewhere ({count})</source>
        <translation>Rufe anderswo ({count})</translation>
    </message>
    <message>
        <source>Calls elsewhere: {calls}</source>
        <translation>Rufe anderswo: {calls}</translation>
    </message>
    <message>
        <source>Calls of other stations</source>
        <translation>Rufe anderer Stationen</translation>
    </message>
    <message>
        <source>Calls: {calls} · {count} min</source>
        <translation>Rufe: {calls} · {count} min</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Wieder da</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Camera {device} is not set up here.</source>
        <translation>Kamera {device} ist hier nicht eingerichtet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel call</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cannot start</source>
        <translation>Start nicht möglich</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Großbuchstaben</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist an.</translation>
    </message>
    <message>
        <source>Card fits</source>
        <translation>Karte passt</translation>
    </message>
    <message>
        <source>Carry on with the next unit.</source>
        <translation>Mit der nächsten Einheit weitermachen.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Cause checked</source>
        <translation>Ursache überprüft</translation>
    </message>
    <message>
        <source>Cause, not finished</source>
        <translation>Ursache, unfertig</translation>
    </message>
    <message>
        <source>Certificate not valid · {count} kept safe</source>
        <translation>Zertifikat ungültig · {count} gesichert</translation>
    </message>
    <message>
        <source>Certificate of the plant</source>
        <translation>Zertifikat des Werks</translation>
    </message>
    <message>
        <source>Certificate “{skill}” until {until}, days left: {count}</source>
        <translation>Nachweis „{skill}“ bis {until}, Tage übrig: {count}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change address</source>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>Change instruction</source>
        <translation>Anweisung ändern</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Change the sign</source>
        <translation>Vorzeichen ändern</translation>
    </message>
    <message>
        <source>Change the tool</source>
        <translation>Werkzeug wechseln</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle prüfen</translation>
    </message>
    <message>
        <source>Check begun: {check}</source>
        <translation>Prüfung begonnen: {check}</translation>
    </message>
    <message>
        <source>Check cable and power. The station keeps trying.</source>
        <translation>Kabel und Strom prüfen. Die Station versucht es weiter.</translation>
    </message>
    <message>
        <source>Check chart</source>
        <translation>Karte prüfen</translation>
    </message>
    <message>
        <source>Check device</source>
        <translation>Gerät prüfen</translation>
    </message>
    <message>
        <source>Check due</source>
        <translation>Prüfung fällig</translation>
    </message>
    <message>
        <source>Check due: {check}</source>
        <translation>Prüfung fällig: {check}</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>Prüfung nicht OK</translation>
    </message>
    <message>
        <source>Check its cable, then try again. If it stays so, press Problem.</source>
        <translation>Kabel prüfen, dann erneut versuchen. Bleibt es so: Problem drücken.</translation>
    </message>
    <message>
        <source>Check its power and its cable.</source>
        <translation>Strom und Kabel prüfen.</translation>
    </message>
    <message>
        <source>Check overdue</source>
        <translation>Prüfung überfällig</translation>
    </message>
    <message>
        <source>Check overdue: {check}</source>
        <translation>Prüfung überfällig: {check}</translation>
    </message>
    <message>
        <source>Check that the unit belongs here.</source>
        <translation>Prüfen, ob die Einheit hierher gehört.</translation>
    </message>
    <message>
        <source>Check the fixture, then try again.</source>
        <translation>Vorrichtung prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the records</source>
        <translation>Aufzeichnung prüfen</translation>
    </message>
    <message>
        <source>Check the values</source>
        <translation>Werte prüfen</translation>
    </message>
    <message>
        <source>Check the values: {what}</source>
        <translation>Werte prüfen: {what}</translation>
    </message>
    <message>
        <source>Check thread, bolt and bit.</source>
        <translation>Gewinde, Schraube und Bit prüfen.</translation>
    </message>
    <message>
        <source>Check tool</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check {device}</source>
        <translation>{device} prüfen</translation>
    </message>
    <message>
        <source>Checked again by hand</source>
        <translation>Von Hand nachgeprüft</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Checks of this station</source>
        <translation>Prüfungen dieser Station</translation>
    </message>
    <message>
        <source>Checks to be done: {count}</source>
        <translation>Prüfungen zu erledigen: {count}</translation>
    </message>
    <message>
        <source>Choice {number}</source>
        <translation>Wahl {number}</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose a tile or a row</source>
        <translation>Kachel oder Zeile wählen</translation>
    </message>
    <message>
        <source>Choose another operation.</source>
        <translation>Anderen Arbeitsgang wählen.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Einen anderen Wert wählen.</translation>
    </message>
    <message>
        <source>Choose for whom</source>
        <translation>Empfänger wählen</translation>
    </message>
    <message>
        <source>Choose for whom it is, then send it.</source>
        <translation>Wählen, für wen sie ist, dann senden.</translation>
    </message>
    <message>
        <source>Choose from each</source>
        <translation>Je eines wählen</translation>
    </message>
    <message>
        <source>Choose one or more.</source>
        <translation>Eins oder mehrere wählen.</translation>
    </message>
    <message>
        <source>Choose the language of this screen</source>
        <translation>Sprache des Bildschirms wählen</translation>
    </message>
    <message>
        <source>Choose the place</source>
        <translation>Stelle wählen</translation>
    </message>
    <message>
        <source>Choose what happens now</source>
        <translation>Wählen, was jetzt geschieht</translation>
    </message>
    <message>
        <source>Choose what it is</source>
        <translation>Wählen, was es ist</translation>
    </message>
    <message>
        <source>Choose what limited you and what you do, or say it in words.</source>
        <translation>Einschränkung und Maßnahme wählen oder in Worten sagen.</translation>
    </message>
    <message>
        <source>Choose what you do</source>
        <translation>Maßnahme wählen</translation>
    </message>
    <message>
        <source>Choose where the file goes.</source>
        <translation>Wählen, wohin die Datei kommt.</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Clean it</source>
        <translation>Reinigen</translation>
    </message>
    <message>
        <source>Clean part and gauge.</source>
        <translation>Teil und Messgerät reinigen.</translation>
    </message>
    <message>
        <source>Cleaned up</source>
        <translation>Aufgeräumt</translation>
    </message>
    <message>
        <source>Clear the view, then take the photo.</source>
        <translation>Sicht freimachen, dann Foto aufnehmen.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Clock right</source>
        <translation>Uhr richtig</translation>
    </message>
    <message>
        <source>Clock was set</source>
        <translation>Uhr gestellt</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>Uhr falsch</translation>
    </message>
    <message>
        <source>Close the page or the message.</source>
        <translation>Seite oder Meldung schließen.</translation>
    </message>
    <message>
        <source>Code of {id}</source>
        <translation>Code von {id}</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Component “{component}” is missing in the bill of this variant.</source>
        <translation>Komponente „{component}“ fehlt in der Stückliste dieser Variante.</translation>
    </message>
    <message>
        <source>Concession {concession} by {by}</source>
        <translation>Sonderfreigabe {concession} von {by}</translation>
    </message>
    <message>
        <source>Concession {concession} does not cover this.</source>
        <translation>Sonderfreigabe {concession} deckt das nicht ab.</translation>
    </message>
    <message>
        <source>Concession {concession} has ended.</source>
        <translation>Sonderfreigabe {concession} ist beendet.</translation>
    </message>
    <message>
        <source>Concession {concession} is not for here.</source>
        <translation>Sonderfreigabe {concession} gilt nicht hier.</translation>
    </message>
    <message>
        <source>Concession {concession} is used up.</source>
        <translation>Sonderfreigabe {concession} ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm it with a second person.</source>
        <translation>Mit zweiter Person bestätigen.</translation>
    </message>
    <message>
        <source>Confirm only what you see.</source>
        <translation>Nur bestätigen, was Sie sehen.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Control chart alarm</source>
        <translation>Alarm der Regelkarte</translation>
    </message>
    <message>
        <source>Control limits</source>
        <translation>Eingriffsgrenzen</translation>
    </message>
    <message>
        <source>Control limits found</source>
        <translation>Eingriffsgrenzen ermittelt</translation>
    </message>
    <message>
        <source>Control room</source>
        <translation>Leitstand</translation>
    </message>
    <message>
        <source>Copy the records</source>
        <translation>Aufzeichnung kopieren</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Count the parts, then scan again.</source>
        <translation>Teile zählen, dann erneut scannen.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Counted in reading order.</source>
        <translation>In Leserichtung gezählt.</translation>
    </message>
    <message>
        <source>Counted: what came, less what was fitted since.</source>
        <translation>Gezählt: was kam, abzüglich was seither verbaut wurde.</translation>
    </message>
    <message>
        <source>Counted: {count} pieces came.</source>
        <translation>Gezählt: {count} Stück sind gekommen.</translation>
    </message>
    <message>
        <source>Counting the shift</source>
        <translation>Schicht wird gezählt</translation>
    </message>
    <message>
        <source>Cpk (95 % interval)</source>
        <translation>Cpk (95-%-Intervall)</translation>
    </message>
    <message>
        <source>Crack</source>
        <translation>Riss</translation>
    </message>
    <message>
        <source>Curve looked at</source>
        <translation>Kurve bewertet</translation>
    </message>
    <message>
        <source>Curve of a tightening</source>
        <translation>Kurve einer Verschraubung</translation>
    </message>
    <message>
        <source>Curve windows learned</source>
        <translation>Kurvenfenster gelernt</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Decide about a defect</source>
        <translation>Über Fehler entscheiden</translation>
    </message>
    <message>
        <source>Decided about the unit</source>
        <translation>Über Einheit entschieden</translation>
    </message>
    <message>
        <source>Decided by {by}: {decided}.</source>
        <translation>Entschieden von {by}: {decided}.</translation>
    </message>
    <message>
        <source>Decided here: {response} · {title}</source>
        <translation>Hier entschieden: {response} · {title}</translation>
    </message>
    <message>
        <source>Decided {time}</source>
        <translation>Entschieden {time}</translation>
    </message>
    <message>
        <source>Decided: {title}</source>
        <translation>Entschieden: {title}</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beschluss</translation>
    </message>
    <message>
        <source>Decision waiting</source>
        <translation>Entscheidung offen</translation>
    </message>
    <message>
        <source>Decision waiting: {title}</source>
        <translation>Entscheidung offen: {title}</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Fehler am Teil</translation>
    </message>
    <message>
        <source>Defect put right</source>
        <translation>Fehler behoben</translation>
    </message>
    <message>
        <source>Defect {number} of {serial} was put right already.</source>
        <translation>Fehler {number} von {serial} ist schon behoben.</translation>
    </message>
    <message>
        <source>Delete the last character</source>
        <translation>Letztes Zeichen löschen</translation>
    </message>
    <message>
        <source>Dent</source>
        <translation>Delle</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Device exchanged</source>
        <translation>Gerät getauscht</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Dirt</source>
        <translation>Schmutz</translation>
    </message>
    <message>
        <source>Dirty</source>
        <translation>Verschmutzt</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>Disk {percent} % full</source>
        <translation>Platte {percent} %</translation>
    </message>
    <message>
        <source>Do every extra check that follows.</source>
        <translation>Jede zusätzliche Prüfung machen, die folgt.</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>So machen</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Do it and redo</source>
        <translation>Machen, wiederholen</translation>
    </message>
    <message>
        <source>Do not go on with this unit.</source>
        <translation>Mit dieser Einheit nicht weitermachen.</translation>
    </message>
    <message>
        <source>Do not use {device}. Calibration is over.</source>
        <translation>{device} nicht benutzen. Kalibrierung abgelaufen.</translation>
    </message>
    <message>
        <source>Do not use {device}. Calibration was withdrawn.</source>
        <translation>{device} nicht benutzen. Kalibrierung zurückgezogen.</translation>
    </message>
    <message>
        <source>Do not use {device}. It is not calibrated.</source>
        <translation>{device} nicht benutzen. Nicht kalibriert.</translation>
    </message>
    <message>
        <source>Do not work at this station yet.</source>
        <translation>An dieser Station noch nicht arbeiten.</translation>
    </message>
    <message>
        <source>Do the check: press See the checks.</source>
        <translation>Prüfung machen: „Zu den Prüfungen“ drücken.</translation>
    </message>
    <message>
        <source>Do the step again, or try a device again.</source>
        <translation>Schritt wiederholen oder Gerät erneut versuchen.</translation>
    </message>
    <message>
        <source>Do the step by the alternative.</source>
        <translation>Schritt nach dem Ersatzverfahren ausführen.</translation>
    </message>
    <message>
        <source>Do the step with the gate itself.</source>
        <translation>Schritt mit der Absicherung selbst ausführen.</translation>
    </message>
    <message>
        <source>Do this</source>
        <translation>Das ist zu tun</translation>
    </message>
    <message>
        <source>Do “{step}” again. Why?</source>
        <translation>„{step}“ wiederholen. Warum?</translation>
    </message>
    <message>
        <source>Does not answer well</source>
        <translation>Antwortet nicht gut</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Funktioniert nicht</translation>
    </message>
    <message>
        <source>Does work need it?</source>
        <translation>Braucht die Arbeit es?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Done at another place</source>
        <translation>Anderswo erledigt</translation>
    </message>
    <message>
        <source>Done by an alternative at {where}</source>
        <translation>Mit Ersatzverfahren: {where}</translation>
    </message>
    <message>
        <source>Done by the alternative</source>
        <translation>Mit Ersatz erledigt</translation>
    </message>
    <message>
        <source>Done elsewhere</source>
        <translation>Anderswo erledigt</translation>
    </message>
    <message>
        <source>Done wrong</source>
        <translation>Falsch gemacht</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Due {due}, record {record}. {owner}: {action}</source>
        <translation>Fällig {due}, Nachweis {record}. {owner}: {action}</translation>
    </message>
    <message>
        <source>EWMA</source>
        <translation>EWMA</translation>
    </message>
    <message>
        <source>Each change is recorded with your name and a reason.</source>
        <translation>Jede Änderung wird mit Name und Grund aufgezeichnet.</translation>
    </message>
    <message>
        <source>Ended on {until}</source>
        <translation>Abgelaufen am {until}</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Ingenieur</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>Enter number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>PIN eingeben</translation>
    </message>
    <message>
        <source>Enter your number</source>
        <translation>Nummer eingeben</translation>
    </message>
    <message>
        <source>Every required value is recorded with proof.</source>
        <translation>Jeder verlangte Wert ist mit Nachweis aufgezeichnet.</translation>
    </message>
    <message>
        <source>Every try is kept with this unit.</source>
        <translation>Jeder Versuch bleibt bei dieser Einheit.</translation>
    </message>
    <message>
        <source>Every {component} is recorded by its lot.</source>
        <translation>Wird mit Charge erfasst: {component}.</translation>
    </message>
    <message>
        <source>Every {component} is recorded by its serial number.</source>
        <translation>Wird mit Seriennummer erfasst: {component}.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Evidence asked for</source>
        <translation>Nachweis verlangt</translation>
    </message>
    <message>
        <source>Evidence is missing</source>
        <translation>Nachweis fehlt</translation>
    </message>
    <message>
        <source>Evidence settled</source>
        <translation>Nachweis geklärt</translation>
    </message>
    <message>
        <source>Export the records</source>
        <translation>Aufzeichnung exportieren</translation>
    </message>
    <message>
        <source>Extra checks that follow</source>
        <translation>Folgende Zusatzprüfungen</translation>
    </message>
    <message>
        <source>Failed and used as is at {where}</source>
        <translation>Fehlerhaft und so verwendet: {where}</translation>
    </message>
    <message>
        <source>Far outside the limits. Type it again.</source>
        <translation>Weit außerhalb der Grenzen. Noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Fetch documents of the plant</source>
        <translation>Dokumente des Werks holen</translation>
    </message>
    <message>
        <source>Fetch this</source>
        <translation>Dies holen</translation>
    </message>
    <message>
        <source>Fetch {count} of these</source>
        <translation>{count} Stück holen</translation>
    </message>
    <message>
        <source>Fetching results</source>
        <translation>Holt Ergebnisse</translation>
    </message>
    <message>
        <source>Find its other window and work there, or close it.</source>
        <translation>Das andere Fenster suchen und dort arbeiten oder es schließen.</translation>
    </message>
    <message>
        <source>Finish order {order} first, here or there.</source>
        <translation>Erst Auftrag {order} abschließen, hier oder dort.</translation>
    </message>
    <message>
        <source>Finish the sample on that unit first.</source>
        <translation>Erst die Stichprobe an jener Einheit abschließen.</translation>
    </message>
    <message>
        <source>Finish unit {open} first.</source>
        <translation>Erst Einheit {open} abschließen.</translation>
    </message>
    <message>
        <source>Finished at {time}</source>
        <translation>Fertig um {time}</translation>
    </message>
    <message>
        <source>First piece approved</source>
        <translation>Erststück freigegeben</translation>
    </message>
    <message>
        <source>First the check: {check}</source>
        <translation>Erst die Prüfung: {check}</translation>
    </message>
    <message>
        <source>First: {check}</source>
        <translation>Zuerst: {check}</translation>
    </message>
    <message>
        <source>Fixture dirty</source>
        <translation>Vorrichtung schmutzig</translation>
    </message>
    <message>
        <source>Fixture worn</source>
        <translation>Vorrichtung verschlissen</translation>
    </message>
    <message>
        <source>Floor space</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>For a second one, scan the reason: damaged, lost or unreadable.</source>
        <translation>Für ein zweites den Grund scannen: beschädigt, verloren oder unleserlich.</translation>
    </message>
    <message>
        <source>For another order: choose that order first.</source>
        <translation>Für einen anderen Auftrag: diesen erst wählen.</translation>
    </message>
    <message>
        <source>For another variant</source>
        <translation>Für eine andere Variante</translation>
    </message>
    <message>
        <source>For maintenance</source>
        <translation>Für die Instandhaltung</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Für den Support</translation>
    </message>
    <message>
        <source>For {age}</source>
        <translation>Seit {age}</translation>
    </message>
    <message>
        <source>For: {about}</source>
        <translation>Für: {about}</translation>
    </message>
    <message>
        <source>Found out by a person: {where}</source>
        <translation>Von einer Person zugeordnet: {where}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From 1 to {most}</source>
        <translation>Von 1 bis {most}</translation>
    </message>
    <message>
        <source>From an earlier decision: {response}. {outcome}</source>
        <translation>Frühere Entscheidung: {response}. {outcome}</translation>
    </message>
    <message>
        <source>From the system</source>
        <translation>Vom System</translation>
    </message>
    <message>
        <source>From the team</source>
        <translation>Vom Team</translation>
    </message>
    <message>
        <source>From {from} to {to}, {minutes} min</source>
        <translation>Von {from} bis {to}, {minutes} min</translation>
    </message>
    <message>
        <source>From {location}</source>
        <translation>Aus {location}</translation>
    </message>
    <message>
        <source>From: {role}. No unit begins before it was read.</source>
        <translation>Von: {role}. Keine Einheit beginnt, bevor sie gelesen ist.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Gate bypassed</source>
        <translation>Absicherung umgangen</translation>
    </message>
    <message>
        <source>Gate verified</source>
        <translation>Absicherung geprüft</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Messgerät</translation>
    </message>
    <message>
        <source>Gauge offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Gauge ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Gauge {device} is not set up here.</source>
        <translation>Messgerät {device} ist hier nicht eingerichtet.</translation>
    </message>
    <message>
        <source>Give answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Gloves</source>
        <translation>Handschuhe</translation>
    </message>
    <message>
        <source>Go back and carry on with the step.</source>
        <translation>Zurück und mit dem Schritt weitermachen.</translation>
    </message>
    <message>
        <source>Go back and finish unit {open}.</source>
        <translation>Zurück und Einheit {open} abschließen.</translation>
    </message>
    <message>
        <source>Go back and measure with the gauge.</source>
        <translation>Zurück und mit dem Messgerät messen.</translation>
    </message>
    <message>
        <source>Go back and read the step, then confirm it.</source>
        <translation>Zurück, den Schritt lesen, dann bestätigen.</translation>
    </message>
    <message>
        <source>Go back to the step when you can go on.</source>
        <translation>Zurück zum Schritt, sobald es weitergeht.</translation>
    </message>
    <message>
        <source>Go back, press “Measure again”, then measure.</source>
        <translation>Zurück, „Erneut messen“ drücken, dann messen.</translation>
    </message>
    <message>
        <source>Go back, read it and confirm.</source>
        <translation>Zurück, lesen und bestätigen.</translation>
    </message>
    <message>
        <source>Go back, read the screen, then scan again.</source>
        <translation>Zurück, das Bild lesen, dann erneut scannen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on after a finished or held unit.</source>
        <translation>Weiter nach fertiger oder gesperrter Einheit.</translation>
    </message>
    <message>
        <source>Go on with the step.</source>
        <translation>Mit dem Schritt weitermachen.</translation>
    </message>
    <message>
        <source>Go there, or say that it is solved.</source>
        <translation>Hingehen oder als gelöst melden.</translation>
    </message>
    <message>
        <source>Go to a button</source>
        <translation>Zu einer Taste gehen</translation>
    </message>
    <message>
        <source>Goes to: {who}</source>
        <translation>Geht an: {who}</translation>
    </message>
    <message>
        <source>Got worse</source>
        <translation>Schlimmer</translation>
    </message>
    <message>
        <source>Guard closed</source>
        <translation>Schutz geschlossen</translation>
    </message>
    <message>
        <source>Guard open</source>
        <translation>Schutz offen</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Handover by {name} waits</source>
        <translation>Übergabe von {name} wartet</translation>
    </message>
    <message>
        <source>Handover by {name} · {shift} · {time}</source>
        <translation>Übergabe von {name} · {shift} · {time}</translation>
    </message>
    <message>
        <source>Handover · {station}</source>
        <translation>Übergabe · {station}</translation>
    </message>
    <message>
        <source>Handover · {station} · {shift}</source>
        <translation>Übergabe · {station} · {shift}</translation>
    </message>
    <message>
        <source>Handover · {station} · {shift} → {next}</source>
        <translation>Übergabe · {station} · {shift} → {next}</translation>
    </message>
    <message>
        <source>Have it put right, then do the check again.</source>
        <translation>Beheben lassen, dann die Prüfung wiederholen.</translation>
    </message>
    <message>
        <source>Have the certificate renewed.</source>
        <translation>Den Nachweis erneuern lassen.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Wirksam</translation>
    </message>
    <message>
        <source>Help called</source>
        <translation>Hilfe gerufen</translation>
    </message>
    <message>
        <source>Help is here.</source>
        <translation>Die Hilfe ist da.</translation>
    </message>
    <message>
        <source>Help knows of it.</source>
        <translation>Die Hilfe weiß davon.</translation>
    </message>
    <message>
        <source>Here after {time}</source>
        <translation>Da nach {time}</translation>
    </message>
    <message>
        <source>Here, with badge</source>
        <translation>Da, mit Ausweis</translation>
    </message>
    <message>
        <source>Hint: 14 points go up and down</source>
        <translation>Hinweis: 14 Punkte auf und ab</translation>
    </message>
    <message>
        <source>Hint: 15 points close to the centre</source>
        <translation>Hinweis: 15 Punkte nahe der Mitte</translation>
    </message>
    <message>
        <source>Hint: 2 of 3 points beyond 2 σ</source>
        <translation>Hinweis: 2 von 3 Punkten über 2&#xa0;σ</translation>
    </message>
    <message>
        <source>Hint: 4 of 5 points beyond 1 σ</source>
        <translation>Hinweis: 4 von 5 Punkten über 1&#xa0;σ</translation>
    </message>
    <message>
        <source>Hint: 6 points rise or fall</source>
        <translation>Hinweis: 6 Punkte steigen oder fallen</translation>
    </message>
    <message>
        <source>Hint: 8 points away from the centre</source>
        <translation>Hinweis: 8 Punkte fern der Mitte</translation>
    </message>
    <message>
        <source>Hint: 8 points on one side</source>
        <translation>Hinweis: 8 Punkte auf einer Seite</translation>
    </message>
    <message>
        <source>Hint: 9 points on one side</source>
        <translation>Hinweis: 9 Punkte auf einer Seite</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Hold a bank card against the blue bar.</source>
        <translation>Eine Bankkarte an den blauen Balken halten.</translation>
    </message>
    <message>
        <source>Hold on a part lifted</source>
        <translation>Sperre eines Teils aufgehoben</translation>
    </message>
    <message>
        <source>Hold the lot</source>
        <translation>Charge sperren</translation>
    </message>
    <message>
        <source>Hold {argument}</source>
        <translation>Sperre {argument}</translation>
    </message>
    <message>
        <source>Hold {hold} by {owner}: {reason}. The unit stays open until it is out.</source>
        <translation>Sperre {hold} von {owner}: {reason}. Die Einheit bleibt offen, bis es heraus ist.</translation>
    </message>
    <message>
        <source>Hold {hold} came after it was fitted. The unit stays open.</source>
        <translation>Sperre {hold} kam nach dem Einbau. Die Einheit bleibt offen.</translation>
    </message>
    <message>
        <source>Hold {hold}: “{reason}”</source>
        <translation>Sperre {hold}: „{reason}“</translation>
    </message>
    <message>
        <source>Holds all records of this station</source>
        <translation>Enthält alle Aufzeichnungen dieser Station</translation>
    </message>
    <message>
        <source>Holds until {time}</source>
        <translation>Gilt bis {time}</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Wie schlimm</translation>
    </message>
    <message>
        <source>How it should be</source>
        <translation>So soll es sein</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>How many are there?</source>
        <translation>Wie viele sind da?</translation>
    </message>
    <message>
        <source>How many come from this box?</source>
        <translation>Wie viele kommen aus dieser Kiste?</translation>
    </message>
    <message>
        <source>How many come out?</source>
        <translation>Wie viele kommen heraus?</translation>
    </message>
    <message>
        <source>How many pieces are in the box?</source>
        <translation>Wie viele Stück sind in der Kiste?</translation>
    </message>
    <message>
        <source>How old it is. The server sends it.</source>
        <translation>Wie alt sie ist. Der Server sendet sie.</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>Ich weiß es nicht</translation>
    </message>
    <message>
        <source>I hand the shift over</source>
        <translation>Ich übergebe die Schicht</translation>
    </message>
    <message>
        <source>I have come to help</source>
        <translation>Ich bin zur Hilfe da</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Ich brauche Hilfe</translation>
    </message>
    <message>
        <source>I take the shift over</source>
        <translation>Ich übernehme die Schicht</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>If it is not there, press “Not there”.</source>
        <translation>Ist sie nicht da, „Nicht da“ drücken.</translation>
    </message>
    <message>
        <source>If it stays: maintenance sets the scanner’s suffix to Enter.</source>
        <translation>Bleibt es so: Instandhaltung setzt das Scan-Ende auf Enter.</translation>
    </message>
    <message>
        <source>In a few words.</source>
        <translation>In wenigen Worten.</translation>
    </message>
    <message>
        <source>In own words</source>
        <translation>In eigenen Worten</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>In the queue: end your work here.</source>
        <translation>In der Liste: Arbeit hier beenden.</translation>
    </message>
    <message>
        <source>In the unit: {count}</source>
        <translation>In der Einheit: {count}</translation>
    </message>
    <message>
        <source>In work here</source>
        <translation>Hier in Arbeit</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>In Ihren eigenen Worten</translation>
    </message>
    <message>
        <source>Inspection: this place is good.</source>
        <translation>Sichtprüfung: Diese Stelle ist gut.</translation>
    </message>
    <message>
        <source>Inspection: this place is not good.</source>
        <translation>Sichtprüfung: Diese Stelle ist nicht gut.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Instruction wrong</source>
        <translation>Anweisung falsch</translation>
    </message>
    <message>
        <source>Instruction {instruction} has no released revision at this station.</source>
        <translation>Anweisung {instruction} ist an dieser Station nicht freigegeben.</translation>
    </message>
    <message>
        <source>Is everything to be seen, and sharp?</source>
        <translation>Ist alles zu sehen und scharf?</translation>
    </message>
    <message>
        <source>Is here</source>
        <translation>Ist da</translation>
    </message>
    <message>
        <source>Is here: not recorded</source>
        <translation>Ist da: nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Is it here? Leave it at {station}, or press “It is here”.</source>
        <translation>Ist sie hier? An {station} verlassen oder „Ist hier“ drücken.</translation>
    </message>
    <message>
        <source>It answers: {identity}</source>
        <translation>Es antwortet: {identity}</translation>
    </message>
    <message>
        <source>It begins in a moment.</source>
        <translation>Es beginnt gleich.</translation>
    </message>
    <message>
        <source>It came back within {count} units.</source>
        <translation>Trat in {count} Einheiten wieder auf.</translation>
    </message>
    <message>
        <source>It can be answered by: {roles}.</source>
        <translation>Beantworten kann ihn: {roles}.</translation>
    </message>
    <message>
        <source>It can be confirmed in {seconds} s. Nothing was recorded yet.</source>
        <translation>Bestätigen geht in {seconds} s. Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>It can be corrected by: {roles}. Nothing was changed.</source>
        <translation>Korrigieren kann ihn: {roles}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It can only be read. What was recorded before is safe.</source>
        <translation>Sie ist nur lesbar. Früher Aufgezeichnetes ist sicher.</translation>
    </message>
    <message>
        <source>It can wait</source>
        <translation>Kann warten</translation>
    </message>
    <message>
        <source>It cannot be gone on with. Begin it anew.</source>
        <translation>Sie lässt sich nicht fortsetzen. Neu beginnen.</translation>
    </message>
    <message>
        <source>It did not confirm its lock. The station keeps trying; call maintenance.</source>
        <translation>Sperre nicht bestätigt. Versuch läuft weiter; Instandhaltung rufen.</translation>
    </message>
    <message>
        <source>It did not work: {why}</source>
        <translation>Es hat nicht geklappt: {why}</translation>
    </message>
    <message>
        <source>It ends by itself.</source>
        <translation>Es endet von selbst.</translation>
    </message>
    <message>
        <source>It expires before lot {lot}. This plant uses it up first.</source>
        <translation>Sie läuft vor Charge {lot} ab. Dieses Werk verbraucht sie zuerst.</translation>
    </message>
    <message>
        <source>It goes back. It is not finished here.</source>
        <translation>Sie geht zurück. Hier wird sie nicht fertig.</translation>
    </message>
    <message>
        <source>It got worse within {count} units.</source>
        <translation>Wurde in {count} Einheiten schlimmer.</translation>
    </message>
    <message>
        <source>It has a defect and waits for rework.</source>
        <translation>Sie hat einen Fehler und wartet auf Nacharbeit.</translation>
    </message>
    <message>
        <source>It has a defect. Quality decides.</source>
        <translation>Sie hat einen Fehler. Die Qualität entscheidet.</translation>
    </message>
    <message>
        <source>It held: no repeat in {count} units.</source>
        <translation>Wirksam: keine Wiederholung in {count} Einheiten.</translation>
    </message>
    <message>
        <source>It holds for a shift.</source>
        <translation>Sie gilt eine Schicht lang.</translation>
    </message>
    <message>
        <source>It is damaged or wrongly printed. Nothing was recorded.</source>
        <translation>Es ist beschädigt oder falsch gedruckt. Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>It is decided already.</source>
        <translation>Es ist schon entschieden.</translation>
    </message>
    <message>
        <source>It is finished, and proof is missing. Quality decides about it.</source>
        <translation>Sie ist fertig, Nachweise fehlen. Die Qualität entscheidet.</translation>
    </message>
    <message>
        <source>It is finished, not released, or for another station.</source>
        <translation>Er ist fertig, nicht freigegeben oder für eine andere Station.</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>Ist hier</translation>
    </message>
    <message>
        <source>It is in no bill of this unit.</source>
        <translation>Es steht in keiner Stückliste dieser Einheit.</translation>
    </message>
    <message>
        <source>It is in the instruction ({revision}).</source>
        <translation>Steht in der Anweisung ({revision}).</translation>
    </message>
    <message>
        <source>It is in work, provable, or somebody settled it before.</source>
        <translation>Sie ist in Arbeit, nachweisbar oder schon geklärt.</translation>
    </message>
    <message>
        <source>It is kept as it is. Nothing is written to it or deleted.</source>
        <translation>Sie bleibt, wie sie ist. Nichts wird geschrieben oder gelöscht.</translation>
    </message>
    <message>
        <source>It is kept for a person to look at.</source>
        <translation>Es bleibt erhalten, eine Person sieht es an.</translation>
    </message>
    <message>
        <source>It is kept for a person, and counts for nothing.</source>
        <translation>Es bleibt für eine Person und zählt nicht.</translation>
    </message>
    <message>
        <source>It is no label of this plant.</source>
        <translation>Er ist kein Etikett dieses Werks.</translation>
    </message>
    <message>
        <source>It is on hold: proof is missing. Quality decides about it.</source>
        <translation>Gesperrt: Nachweise fehlen. Die Qualität entscheidet.</translation>
    </message>
    <message>
        <source>It is on record with its place, its time and your name.</source>
        <translation>Es ist mit Stelle, Zeit und Ihrem Namen aufgezeichnet.</translation>
    </message>
    <message>
        <source>It is overdue, and no unit is begun here before it is done.</source>
        <translation>Sie ist überfällig, vorher beginnt hier keine Einheit.</translation>
    </message>
    <message>
        <source>It is recorded, and the check goes on.</source>
        <translation>Es wird aufgezeichnet, die Prüfung geht weiter.</translation>
    </message>
    <message>
        <source>It is recorded. A few words help whoever comes.</source>
        <translation>Es ist aufgezeichnet. Ein paar Worte helfen, wer kommt.</translation>
    </message>
    <message>
        <source>It is recorded. Measure again.</source>
        <translation>Es ist aufgezeichnet. Erneut messen.</translation>
    </message>
    <message>
        <source>It is safe again</source>
        <translation>Es ist wieder sicher</translation>
    </message>
    <message>
        <source>It is scrapped. It never goes on.</source>
        <translation>Sie ist Ausschuss. Sie geht nie weiter.</translation>
    </message>
    <message>
        <source>It is still watched.</source>
        <translation>Wird noch beobachtet.</translation>
    </message>
    <message>
        <source>It is too rare to tell.</source>
        <translation>Zu selten, um es zu sagen.</translation>
    </message>
    <message>
        <source>It lasted {minutes} min. Nothing was changed.</source>
        <translation>Er dauerte {minutes} min. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It matters for safety: a second person has to sign.</source>
        <translation>Sicherheitsrelevant: eine zweite Person muss unterschreiben.</translation>
    </message>
    <message>
        <source>It may be used at station {station} only.</source>
        <translation>Sie gilt nur an Station {station}.</translation>
    </message>
    <message>
        <source>It may not go on before a person decides.</source>
        <translation>Erst muss eine Person entscheiden.</translation>
    </message>
    <message>
        <source>It may still run. Results are fetched when the link is back.</source>
        <translation>Es kann noch laufen. Ergebnisse werden nachgeholt.</translation>
    </message>
    <message>
        <source>It must be approved before the next unit starts.</source>
        <translation>Sie muss freigegeben sein, bevor die nächste Einheit beginnt.</translation>
    </message>
    <message>
        <source>It names a unit that is not known here. Whose is it?</source>
        <translation>Es nennt eine hier unbekannte Einheit. Wohin gehört es?</translation>
    </message>
    <message>
        <source>It names another unit. It is kept for a person; do this place again.</source>
        <translation>Es nennt eine andere Einheit. Es bleibt für eine Person; Stelle wiederholen.</translation>
    </message>
    <message>
        <source>It need not be activated again.</source>
        <translation>Sie muss nicht noch einmal aktiviert werden.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”.</source>
        <translation>Nötig ist das Recht „{right}“.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask {who}.</source>
        <translation>Nötig ist das Recht „{right}“. Fragen: {who}.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask {who}. Nothing is lost until then.</source>
        <translation>Nötig ist das Recht „{right}“. Fragen: {who}. Bis dahin geht nichts verloren.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask: {who}.</source>
        <translation>Nötig ist das Recht „{right}“. Fragen: {who}.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Nobody here has it.</source>
        <translation>Nötig ist das Recht „{right}“. Niemand hier hat es.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Nothing is lost until then.</source>
        <translation>Nötig ist das Recht „{right}“. Bis dahin geht nichts verloren.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Press Confirm to ask for it.</source>
        <translation>Nötig ist das Recht „{right}“. „Bestätigen“ drücken, um zu fragen.</translation>
    </message>
    <message>
        <source>It opens its records. Wait a moment.</source>
        <translation>Sie öffnet ihre Aufzeichnung. Kurz warten.</translation>
    </message>
    <message>
        <source>It says “{says}”. Check the fixture, then try again.</source>
        <translation>„{says}“. Vorrichtung prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>It says “{says}”. Press Try again, or call maintenance.</source>
        <translation>Meldung: „{says}“. „Erneut versuchen“ drücken oder Instandhaltung rufen.</translation>
    </message>
    <message>
        <source>It says “{says}”. Try again, or call maintenance.</source>
        <translation>Meldung: „{says}“. Erneut versuchen oder Instandhaltung rufen.</translation>
    </message>
    <message>
        <source>It says “{says}”. Try again; if it stays so, press Problem.</source>
        <translation>Meldung: „{says}“. Erneut versuchen; bleibt es so: Problem drücken.</translation>
    </message>
    <message>
        <source>It says: {why}</source>
        <translation>Es meldet: {why}</translation>
    </message>
    <message>
        <source>It shows in the record, with your name.</source>
        <translation>Es steht mit Ihrem Namen in der Aufzeichnung.</translation>
    </message>
    <message>
        <source>It stays not provable. Two people sign, and the record names them.</source>
        <translation>Sie bleibt nicht nachweisbar. Zwei Personen unterschreiben, die Aufzeichnung nennt sie.</translation>
    </message>
    <message>
        <source>It stays open until you say it is settled.</source>
        <translation>Sie bleibt offen, bis Sie sie als geklärt melden.</translation>
    </message>
    <message>
        <source>It takes the right “{right}”. Nothing was recorded.</source>
        <translation>Nötig ist das Recht „{right}“. Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>It waits for a person’s decision.</source>
        <translation>Eine Person muss darüber entscheiden.</translation>
    </message>
    <message>
        <source>It waits for no result of this tool. The result is kept.</source>
        <translation>Er wartet nicht auf dieses Werkzeug. Das Ergebnis bleibt erhalten.</translation>
    </message>
    <message>
        <source>It was approved for station {station}.</source>
        <translation>Sie wurde für Station {station} freigegeben.</translation>
    </message>
    <message>
        <source>It was approved for {count} units. The gate is locked.</source>
        <translation>Sie war für {count} Einheiten freigegeben. Die Absicherung sperrt.</translation>
    </message>
    <message>
        <source>It was decided and signed. Nothing more is done on it here.</source>
        <translation>Das ist entschieden und unterschrieben. Hier wird nichts mehr daran getan.</translation>
    </message>
    <message>
        <source>It was decided and signed. Nothing more is done on it.</source>
        <translation>Das ist entschieden und unterschrieben. Es wird nichts mehr daran getan.</translation>
    </message>
    <message>
        <source>It was for {count} units.</source>
        <translation>Sie galt für {count} Einheiten.</translation>
    </message>
    <message>
        <source>It was made for the step before, which is done. It is kept; go on here.</source>
        <translation>Es gehört zum Schritt davor, der fertig ist. Es bleibt erhalten; hier weiter.</translation>
    </message>
    <message>
        <source>It was not in work when the result came, or has moved on.</source>
        <translation>Sie war nicht in Arbeit, als es kam, oder ist schon weiter.</translation>
    </message>
    <message>
        <source>It was put off before.</source>
        <translation>Sie wurde schon verschoben.</translation>
    </message>
    <message>
        <source>It was solved or cancelled before. Nothing was recorded.</source>
        <translation>Er wurde schon gelöst oder abgebrochen. Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>It was taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>It was taken out before.</source>
        <translation>Es wurde schon herausgenommen.</translation>
    </message>
    <message>
        <source>It was valid until {until}. Ask the team lead.</source>
        <translation>Er galt bis {until}. Teamleitung fragen.</translation>
    </message>
    <message>
        <source>It was valid until {until}. With a trainer you can work all the same.</source>
        <translation>Er galt bis {until}. Mit Trainer können Sie trotzdem arbeiten.</translation>
    </message>
    <message>
        <source>It was wrong</source>
        <translation>Es war falsch</translation>
    </message>
    <message>
        <source>It works now. Was it this: {cause}?</source>
        <translation>Es geht jetzt. War es das: {cause}?</translation>
    </message>
    <message>
        <source>Its answer was not used.</source>
        <translation>Ihre Antwort wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>Its calibration is over. The value is kept for a person to look at.</source>
        <translation>Die Kalibrierung ist abgelaufen. Der Wert bleibt, eine Person sieht ihn an.</translation>
    </message>
    <message>
        <source>Its own step asks for it. Nothing was added.</source>
        <translation>Sein eigener Schritt fragt danach. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Its software is new: it brings its records up to date. {percent} % done.</source>
        <translation>Die Software ist neu: Die Aufzeichnung wird angepasst. {percent} % fertig.</translation>
    </message>
    <message>
        <source>Its step is then to do again.</source>
        <translation>Der Schritt ist dann neu zu machen.</translation>
    </message>
    <message>
        <source>Its step was done already. Whose is it?</source>
        <translation>Der Schritt war schon fertig. Wohin gehört es?</translation>
    </message>
    <message>
        <source>Its time is over.</source>
        <translation>Die Zeit ist abgelaufen.</translation>
    </message>
    <message>
        <source>Its time is over. The gate is locked.</source>
        <translation>Die Zeit ist abgelaufen. Die Absicherung sperrt.</translation>
    </message>
    <message>
        <source>Its unit was on hold. Whose is it?</source>
        <translation>Die Einheit war gesperrt. Wohin gehört es?</translation>
    </message>
    <message>
        <source>Its value set off an alarm of the control chart.</source>
        <translation>Ihr Wert hat einen Alarm der Regelkarte ausgelöst.</translation>
    </message>
    <message>
        <source>Its work of order {order} is not finished. {station} had it last.</source>
        <translation>Auftrag {order} ist an ihr nicht fertig. Zuletzt war sie an: {station}.</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>Keep hands off.</source>
        <translation>Hände weg.</translation>
    </message>
    <message>
        <source>Keep it for a unit of that variant.</source>
        <translation>Für eine Einheit jener Variante aufheben.</translation>
    </message>
    <message>
        <source>Keep the words</source>
        <translation>Text behalten</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Call support if it stays so.</source>
        <translation>Weiterarbeiten, alles bleibt hier. Bleibt es so, Support rufen.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Call support.</source>
        <translation>Weiterarbeiten, alles bleibt hier. Support rufen.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. It is sent by itself.</source>
        <translation>Weiterarbeiten, alles bleibt hier. Es wird von selbst gesendet.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Nothing is sent until support has decided. Call support.</source>
        <translation>Weiterarbeiten, alles bleibt hier. Nichts wird gesendet. Support rufen.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support enrols this station again.</source>
        <translation>Weiterarbeiten, alles bleibt hier. Der Support registriert die Station neu.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support renews it, or sets this station’s clock.</source>
        <translation>Weiterarbeiten, alles bleibt hier. Der Support erneuert es oder stellt die Uhr.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support updates the server.</source>
        <translation>Weiterarbeiten, alles bleibt hier. Der Support aktualisiert den Server.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support updates this station, then it is sent.</source>
        <translation>Weiterarbeiten, alles bleibt hier. Der Support aktualisiert die Station, dann wird gesendet.</translation>
    </message>
    <message>
        <source>Keep working; tell maintenance.</source>
        <translation>Weiterarbeiten; Wartung rufen.</translation>
    </message>
    <message>
        <source>Kept as {file}</source>
        <translation>Abgelegt als {file}</translation>
    </message>
    <message>
        <source>Kept safe here</source>
        <translation>Hier gesichert</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Label again: damaged</source>
        <translation>Etikett neu: beschädigt</translation>
    </message>
    <message>
        <source>Label again: lost</source>
        <translation>Etikett neu: verloren</translation>
    </message>
    <message>
        <source>Label again: none came out</source>
        <translation>Etikett neu: nicht erschienen</translation>
    </message>
    <message>
        <source>Label again: unreadable</source>
        <translation>Etikett neu: unleserlich</translation>
    </message>
    <message>
        <source>Label asked for</source>
        <translation>Etikett angefordert</translation>
    </message>
    <message>
        <source>Label damaged? Press “Type label”.</source>
        <translation>Etikett beschädigt? „Etikett tippen“ drücken.</translation>
    </message>
    <message>
        <source>Label done</source>
        <translation>Etikett erledigt</translation>
    </message>
    <message>
        <source>Label not readable</source>
        <translation>Etikett nicht lesbar</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>Etikettendrucker</translation>
    </message>
    <message>
        <source>Labels waiting: {count}</source>
        <translation>Wartende Etiketten: {count}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of this station</source>
        <translation>Sprache dieser Station</translation>
    </message>
    <message>
        <source>Larger buttons, further from each other</source>
        <translation>Größere Tasten, weiter auseinander</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Last result · {place} · {time}</source>
        <translation>Zuletzt · {place} · {time}</translation>
    </message>
    <message>
        <source>Last time: {response}. {outcome}</source>
        <translation>Letztes Mal: {response}. {outcome}</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>Last value · {time}</source>
        <translation>Letzter Wert · {time}</translation>
    </message>
    <message>
        <source>Last {time}</source>
        <translation>Zuletzt {time}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Later delivery</source>
        <translation>Spätere Lieferung</translation>
    </message>
    <message>
        <source>Leak</source>
        <translation>Undicht</translation>
    </message>
    <message>
        <source>Leave a step out</source>
        <translation>Schritt auslassen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Leave out: {step}</source>
        <translation>Auslassen: {step}</translation>
    </message>
    <message>
        <source>Leave the unit</source>
        <translation>Einheit verlassen</translation>
    </message>
    <message>
        <source>Leave this unit</source>
        <translation>Einheit verlassen</translation>
    </message>
    <message>
        <source>Left open at {station}, {time}</source>
        <translation>Offen geblieben: {station}, {time}</translation>
    </message>
    <message>
        <source>Less margin</source>
        <translation>Weniger Reserve</translation>
    </message>
    <message>
        <source>Let somebody else go on: scan their badge.</source>
        <translation>Eine andere Person weitermachen lassen: ihren Ausweis scannen.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light for bright halls, dark for dim cells</source>
        <translation>Hell für helle Hallen, dunkel für dunkle Zellen</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Limits are shown after the value.</source>
        <translation>Grenzen erst nach dem Wert.</translation>
    </message>
    <message>
        <source>Limits unknown: {where}</source>
        <translation>Grenzen unbekannt: {where}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Line stock</source>
        <translation>Linienbestand</translation>
    </message>
    <message>
        <source>Lines not OK are settled by who has the right: {right}</source>
        <translation>Was nicht OK ist, klärt, wer das Recht hat: {right}</translation>
    </message>
    <message>
        <source>Lines not OK are settled by: {who}</source>
        <translation>Was nicht OK ist, klärt: {who}</translation>
    </message>
    <message>
        <source>Lines that are not OK: {count}</source>
        <translation>Prüfpunkte nicht OK: {count}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Link of a device</source>
        <translation>Verbindung eines Geräts</translation>
    </message>
    <message>
        <source>List of people</source>
        <translation>Personenliste</translation>
    </message>
    <message>
        <source>List of people from {age} ago</source>
        <translation>Personenliste von vor {age}</translation>
    </message>
    <message>
        <source>Location </source>
        <translation>Ort </translation>
    </message>
    <message>
        <source>Location {location}</source>
        <translation>Ort {location}</translation>
    </message>
    <message>
        <source>Lock again</source>
        <translation>Wieder sperren</translation>
    </message>
    <message>
        <source>Long list: the next page.</source>
        <translation>Lange Liste: nächste Seite.</translation>
    </message>
    <message>
        <source>Long list: the page before.</source>
        <translation>Lange Liste: vorige Seite.</translation>
    </message>
    <message>
        <source>Long work</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Look at every place first.</source>
        <translation>Erst jede Stelle ansehen.</translation>
    </message>
    <message>
        <source>Look at it again.</source>
        <translation>Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Look at the device itself.</source>
        <translation>Das Gerät selbst ansehen.</translation>
    </message>
    <message>
        <source>Look at the failed value first.</source>
        <translation>Erst den Fehlerwert ansehen.</translation>
    </message>
    <message>
        <source>Look at the stop again.</source>
        <translation>Stillstand noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Look in the printer first. If none came out, scan “label not out”.</source>
        <translation>Erst im Drucker nachsehen. Kam keines heraus: „Etikett nicht erschienen“ scannen.</translation>
    </message>
    <message>
        <source>Looking it up …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Looking up the records…</source>
        <translation>Einträge werden gesucht…</translation>
    </message>
    <message>
        <source>Looking up …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Looks like a cross-thread</source>
        <translation>Vermutlich verkantet</translation>
    </message>
    <message>
        <source>Looks like a screw that was tight already</source>
        <translation>Vermutlich schon angezogen</translation>
    </message>
    <message>
        <source>Looks like a stripped thread</source>
        <translation>Vermutlich Gewinde ausgerissen</translation>
    </message>
    <message>
        <source>Looks like a wrong or missing washer</source>
        <translation>Vermutlich Scheibe falsch oder fehlt</translation>
    </message>
    <message>
        <source>Looks like no screw</source>
        <translation>Vermutlich ohne Schraube</translation>
    </message>
    <message>
        <source>Looks like stick-slip</source>
        <translation>Vermutlich Stick-Slip</translation>
    </message>
    <message>
        <source>Loosen {place}.</source>
        <translation>{place} lösen.</translation>
    </message>
    <message>
        <source>Lot expired</source>
        <translation>Charge abgelaufen</translation>
    </message>
    <message>
        <source>Lot not known</source>
        <translation>Charge unbekannt</translation>
    </message>
    <message>
        <source>Lot of another part</source>
        <translation>Charge eines anderen Teils</translation>
    </message>
    <message>
        <source>Lot on hold</source>
        <translation>Charge gesperrt</translation>
    </message>
    <message>
        <source>Lot open for too long</source>
        <translation>Charge zu lange offen</translation>
    </message>
    <message>
        <source>Lot opened</source>
        <translation>Charge geöffnet</translation>
    </message>
    <message>
        <source>Lot or part</source>
        <translation>Charge oder Teil</translation>
    </message>
    <message>
        <source>Lot used up</source>
        <translation>Charge aufgebraucht</translation>
    </message>
    <message>
        <source>Lot {lot}</source>
        <translation>Charge {lot}</translation>
    </message>
    <message>
        <source>Lot {lot} belongs to {lot_part}, the label says {part}.</source>
        <translation>Charge {lot} gehört zu {lot_part}, das Etikett sagt {part}.</translation>
    </message>
    <message>
        <source>Lot {lot} expired on {expired_on}.</source>
        <translation>Charge {lot} ist abgelaufen am {expired_on}.</translation>
    </message>
    <message>
        <source>Lot {lot} is not known at this station.</source>
        <translation>Charge {lot} ist an dieser Station nicht bekannt.</translation>
    </message>
    <message>
        <source>Lot {lot} is on hold since {since}.</source>
        <translation>Charge {lot} ist gesperrt seit {since}.</translation>
    </message>
    <message>
        <source>Lot {lot} is recorded as not there.</source>
        <translation>Charge {lot} ist als nicht da aufgezeichnet.</translation>
    </message>
    <message>
        <source>Lot {lot} · tool {tool}</source>
        <translation>Charge {lot} · Werkzeug {tool}</translation>
    </message>
    <message>
        <source>Lot {name}</source>
        <translation>Charge {name}</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Wenig</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Machine alarm</source>
        <translation>Maschinenalarm</translation>
    </message>
    <message>
        <source>Machine or fixture</source>
        <translation>Maschine oder Vorrichtung</translation>
    </message>
    <message>
        <source>Machine refused</source>
        <translation>Maschine hat abgelehnt</translation>
    </message>
    <message>
        <source>Maintain</source>
        <translation>Instand setzen</translation>
    </message>
    <message>
        <source>Maintain devices</source>
        <translation>Geräte warten</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Instandhaltung</translation>
    </message>
    <message>
        <source>Maintenance adds it to the configuration.</source>
        <translation>Die Instandhaltung trägt es in die Konfiguration ein.</translation>
    </message>
    <message>
        <source>Maintenance sets the scanner to the keyboard layout of this PC.</source>
        <translation>Die Instandhaltung stellt den Scanner auf die Tastatur dieses PCs.</translation>
    </message>
    <message>
        <source>Maintenance: check its settings.</source>
        <translation>Instandhaltung: Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>Make the proof now</source>
        <translation>Jetzt nachweisen</translation>
    </message>
    <message>
        <source>Make the proof now, or accept the unit without it. Both are signed.</source>
        <translation>Jetzt nachweisen oder Einheit ohne Nachweis annehmen. Beides wird unterschrieben.</translation>
    </message>
    <message>
        <source>Manage people</source>
        <translation>Personen verwalten</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Material missing</source>
        <translation>Material fehlte</translation>
    </message>
    <message>
        <source>Material short</source>
        <translation>Material knapp</translation>
    </message>
    <message>
        <source>May sign here</source>
        <translation>Dürfen hier unterschreiben</translation>
    </message>
    <message>
        <source>May stay as it is</source>
        <translation>Kann so bleiben</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Means are missing</source>
        <translation>Hilfsmittel fehlen</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Erneut messen</translation>
    </message>
    <message>
        <source>Measure the glass</source>
        <translation>Glas messen</translation>
    </message>
    <message>
        <source>Measured with a bank card, so that buttons are large enough</source>
        <translation>Mit einer Bankkarte gemessen, damit die Tasten groß genug sind</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Message from: {role}</source>
        <translation>Nachricht von: {role}</translation>
    </message>
    <message>
        <source>Message from: {role}, {station}</source>
        <translation>Nachricht von: {role}, {station}</translation>
    </message>
    <message>
        <source>Message read</source>
        <translation>Nachricht gelesen</translation>
    </message>
    <message>
        <source>Message to the line</source>
        <translation>Nachricht an die Linie</translation>
    </message>
    <message>
        <source>Message written</source>
        <translation>Nachricht geschrieben</translation>
    </message>
    <message>
        <source>Messages: {count}</source>
        <translation>Nachrichten: {count}</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Missing part</source>
        <translation>Teil fehlt</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>Fehlt: {count}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More checks</source>
        <translation>Mehr Prüfungen</translation>
    </message>
    <message>
        <source>More open things: {count}</source>
        <translation>Weitere offene Punkte: {count}</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>Weitere Gründe</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Mehr Zeit</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>Mehr …</translation>
    </message>
    <message>
        <source>Most frequent here first, last 90 days</source>
        <translation>Hier Häufigstes zuerst, letzte 90 Tage</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Moving pictures and pointers. Off shows the first picture.</source>
        <translation>Bewegte Bilder und Zeiger. Aus zeigt das erste Bild.</translation>
    </message>
    <message>
        <source>Moving range</source>
        <translation>Gleitende Spannweite</translation>
    </message>
    <message>
        <source>NOK</source>
        <translation>NOK</translation>
    </message>
    <message>
        <source>NOK seen by a person</source>
        <translation>NOK von einer Person gesehen</translation>
    </message>
    <message>
        <source>NOK – {reason}</source>
        <translation>NOK – {reason}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Benannt</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>Needed for a unit of {order}, variant {variant}</source>
        <translation>Nötig für eine Einheit von {order}, Variante {variant}</translation>
    </message>
    <message>
        <source>Needed here</source>
        <translation>Hier nötig</translation>
    </message>
    <message>
        <source>Needed now</source>
        <translation>Jetzt nötig</translation>
    </message>
    <message>
        <source>Network and server</source>
        <translation>Netz und Server</translation>
    </message>
    <message>
        <source>New instruction {count} min before</source>
        <translation>{count} min davor: neue Anweisung</translation>
    </message>
    <message>
        <source>New lot {name} {count} min before</source>
        <translation>{count} min davor: neue Charge {name}</translation>
    </message>
    <message>
        <source>New photo</source>
        <translation>Neues Foto</translation>
    </message>
    <message>
        <source>New program {name} {count} min before</source>
        <translation>{count} min davor: neues Programm {name}</translation>
    </message>
    <message>
        <source>New since you worked here</source>
        <translation>Neu, seit Sie hier waren</translation>
    </message>
    <message>
        <source>New tool {name} {count} min before</source>
        <translation>{count} min davor: neues Werkzeug {name}</translation>
    </message>
    <message>
        <source>Newer software wrote it. Nothing was changed.</source>
        <translation>Neuere Software hat sie geschrieben. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Newest alarm</source>
        <translation>Neuester Alarm</translation>
    </message>
    <message>
        <source>Newest first. Tap one to see all of it. Records: {count}</source>
        <translation>Neueste zuerst. Antippen zeigt alles. Einträge: {count}</translation>
    </message>
    <message>
        <source>Newest means: {count}, of {size} values each · {unit}</source>
        <translation>Neueste Mittelwerte: {count}, aus je {size} Werten · {unit}</translation>
    </message>
    <message>
        <source>Newest values: {count} · {unit}</source>
        <translation>Neueste Werte: {count} · {unit}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next pin</source>
        <translation>Nächste Nadel</translation>
    </message>
    <message>
        <source>Next scan fits: {count}</source>
        <translation>Nächster Scan verbaut: {count}</translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation>Nächste Einheit</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No USB stick found. Plug one in, then look again.</source>
        <translation>Kein USB-Stick gefunden. Einstecken, dann erneut nachsehen.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>No answer in {seconds} s. Check power, cable and address.</source>
        <translation>Keine Antwort in {seconds} s. Strom, Kabel und Adresse prüfen.</translation>
    </message>
    <message>
        <source>No bypass is approved for this station.</source>
        <translation>Für diese Station ist keine Umgehung freigegeben.</translation>
    </message>
    <message>
        <source>No calibration record</source>
        <translation>Kein Kalibriernachweis</translation>
    </message>
    <message>
        <source>No certificate on record</source>
        <translation>Kein Nachweis vorhanden</translation>
    </message>
    <message>
        <source>No check is open.</source>
        <translation>Keine Prüfung ist offen.</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>No curve</source>
        <translation>Keine Kurve</translation>
    </message>
    <message>
        <source>No defect found</source>
        <translation>Kein Fehler gefunden</translation>
    </message>
    <message>
        <source>No defect is open.</source>
        <translation>Kein Fehler ist offen.</translation>
    </message>
    <message>
        <source>No defect recorded here in the last 90 days</source>
        <translation>Hier in den letzten 90 Tagen kein Fehler</translation>
    </message>
    <message>
        <source>No device is configured.</source>
        <translation>Kein Gerät ist eingerichtet.</translation>
    </message>
    <message>
        <source>No failed result is open.</source>
        <translation>Kein Fehlergebnis ist offen.</translation>
    </message>
    <message>
        <source>No good result: {where}</source>
        <translation>Kein gutes Ergebnis: {where}</translation>
    </message>
    <message>
        <source>No instruction yet</source>
        <translation>Noch keine Anweisung</translation>
    </message>
    <message>
        <source>No limits yet</source>
        <translation>Noch keine Grenzen</translation>
    </message>
    <message>
        <source>No machine is set up here.</source>
        <translation>Hier ist keine Maschine eingerichtet.</translation>
    </message>
    <message>
        <source>No order for this station</source>
        <translation>Kein Auftrag für diese Station</translation>
    </message>
    <message>
        <source>No part is asked for now.</source>
        <translation>Jetzt wird kein Teil verlangt.</translation>
    </message>
    <message>
        <source>No part is in this unit yet.</source>
        <translation>In dieser Einheit ist noch kein Teil.</translation>
    </message>
    <message>
        <source>No part is scanned in this step.</source>
        <translation>In diesem Schritt wird kein Teil gescannt.</translation>
    </message>
    <message>
        <source>No power or air</source>
        <translation>Strom oder Luft fehlt</translation>
    </message>
    <message>
        <source>No record was found here.</source>
        <translation>Hier wurde kein Eintrag gefunden.</translation>
    </message>
    <message>
        <source>No repeat in so many units</source>
        <translation>So viele Einheiten ohne Wiederholung</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Noch kein Ergebnis</translation>
    </message>
    <message>
        <source>No result yet · armed for {age}</source>
        <translation>Noch kein Ergebnis · frei seit {age}</translation>
    </message>
    <message>
        <source>No similar case with it yet</source>
        <translation>Damit noch kein ähnlicher Fall</translation>
    </message>
    <message>
        <source>No similar case yet</source>
        <translation>Noch kein ähnlicher Fall</translation>
    </message>
    <message>
        <source>No station calls you.</source>
        <translation>Keine Station ruft Sie.</translation>
    </message>
    <message>
        <source>No step can bring this proof.</source>
        <translation>Kein Schritt kann das nachweisen.</translation>
    </message>
    <message>
        <source>No stop recorded</source>
        <translation>Kein Stillstand</translation>
    </message>
    <message>
        <source>No unit is begun here now.</source>
        <translation>Hier beginnt jetzt keine Einheit.</translation>
    </message>
    <message>
        <source>No unit is in work.</source>
        <translation>Keine Einheit in Arbeit.</translation>
    </message>
    <message>
        <source>No unit is open at this station.</source>
        <translation>An dieser Station ist keine Einheit offen.</translation>
    </message>
    <message>
        <source>No unit is open.</source>
        <translation>Keine Einheit ist offen.</translation>
    </message>
    <message>
        <source>No unit of the last {days} days waits.</source>
        <translation>Aus den letzten {days} Tagen wartet keine Einheit.</translation>
    </message>
    <message>
        <source>No unit, other reason</source>
        <translation>Keine Einheit, anderer Grund</translation>
    </message>
    <message>
        <source>No valid certificate “{skill}”.</source>
        <translation>Kein gültiger Nachweis „{skill}“.</translation>
    </message>
    <message>
        <source>No value is typed in this step.</source>
        <translation>In diesem Schritt wird kein Wert eingegeben.</translation>
    </message>
    <message>
        <source>No value yet</source>
        <translation>Noch kein Wert</translation>
    </message>
    <message>
        <source>No values were recorded here yet.</source>
        <translation>Hier sind noch keine Werte aufgezeichnet.</translation>
    </message>
    <message>
        <source>No waiting order uses it</source>
        <translation>Kein wartender Auftrag nutzt es</translation>
    </message>
    <message>
        <source>Nobody asked for it. Whose is it?</source>
        <translation>Niemand hat es angefordert. Wohin gehört es?</translation>
    </message>
    <message>
        <source>Nobody asked the machine.</source>
        <translation>Niemand hat die Maschine gefragt.</translation>
    </message>
    <message>
        <source>Nobody can tell whether it held.</source>
        <translation>Ob es wirkte, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Noch hat niemand geantwortet.</translation>
    </message>
    <message>
        <source>Nobody has approved the alternative beforehand.</source>
        <translation>Niemand hat das Ersatzverfahren vorab freigegeben.</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Noch niemand da</translation>
    </message>
    <message>
        <source>Nobody signed in here yet.</source>
        <translation>Hier war noch niemand angemeldet.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>None of the orders of this station lists it.</source>
        <translation>Kein Auftrag dieser Station nennt sie.</translation>
    </message>
    <message>
        <source>None without control limits.</source>
        <translation>Keine ohne Eingriffsgrenzen.</translation>
    </message>
    <message>
        <source>None: all values are equal.</source>
        <translation>Keine: alle Werte sind gleich.</translation>
    </message>
    <message>
        <source>None: the instruction says no limits.</source>
        <translation>Keine: die Anweisung nennt keine Grenzen.</translation>
    </message>
    <message>
        <source>None: the process is not stable.</source>
        <translation>Keine: der Prozess ist nicht stabil.</translation>
    </message>
    <message>
        <source>Not OK</source>
        <translation>NOK</translation>
    </message>
    <message>
        <source>Not OK. {name}: {reason}.</source>
        <translation>Nicht OK. {name}: {reason}.</translation>
    </message>
    <message>
        <source>Not OK. {place}: {reason}.</source>
        <translation>Nicht OK. {place}: {reason}.</translation>
    </message>
    <message>
        <source>Not OK: {count}. The lead can see it.</source>
        <translation>Nicht OK: {count}. Die Teamleitung sieht es.</translation>
    </message>
    <message>
        <source>Not OK: {line}</source>
        <translation>Nicht OK: {line}</translation>
    </message>
    <message>
        <source>Not OK: {places}.</source>
        <translation>Nicht OK: {places}.</translation>
    </message>
    <message>
        <source>Not OK: {reason}</source>
        <translation>Nicht OK: {reason}</translation>
    </message>
    <message>
        <source>Not a defect</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>Not at its place</source>
        <translation>Nicht an seinem Platz</translation>
    </message>
    <message>
        <source>Not at the server yet</source>
        <translation>Noch nicht beim Server</translation>
    </message>
    <message>
        <source>Not before 30 values with these limits.</source>
        <translation>Nicht vor 30 Werten mit diesen Grenzen.</translation>
    </message>
    <message>
        <source>Not calibrated</source>
        <translation>Nicht kalibriert</translation>
    </message>
    <message>
        <source>Not checked lately</source>
        <translation>Länger ungeprüft</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Not confirmed: {where}</source>
        <translation>Nicht bestätigt: {where}</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht geschehen</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>Nicht fällig</translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation>Nicht registriert</translation>
    </message>
    <message>
        <source>Not enrolled · {count} kept safe</source>
        <translation>Nicht registriert · {count} gesichert</translation>
    </message>
    <message>
        <source>Not enrolled. An administrator enrols it with a code: asbuilt enrol</source>
        <translation>Nicht registriert. Ein Administrator registriert sie mit einem Code: asbuilt enrol</translation>
    </message>
    <message>
        <source>Not everything is ticked.</source>
        <translation>Nicht alles ist angehakt.</translation>
    </message>
    <message>
        <source>Not for this unit</source>
        <translation>Nicht für diese Einheit</translation>
    </message>
    <message>
        <source>Not in this unit&apos;s bill</source>
        <translation>Nicht in der Stückliste</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not made for this station</source>
        <translation>Nicht für diese Station</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Nicht benannt</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Not provable</source>
        <translation>Nicht nachweisbar</translation>
    </message>
    <message>
        <source>Not provable, accepted</source>
        <translation>Nicht nachweisbar, angenommen</translation>
    </message>
    <message>
        <source>Not provable. Owner: {owner}.</source>
        <translation>Nicht nachweisbar. Zuständig: {owner}.</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>Gefahr</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>Noch nicht signiert</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>Not this one. This is the {scanned_component}.</source>
        <translation>Nicht dieses Teil. Das ist: {scanned_component}.</translation>
    </message>
    <message>
        <source>Not true</source>
        <translation>Stimmt nicht</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note for the next shift</source>
        <translation>Notiz für die nächste Schicht</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Nothing came within {seconds} s. Check power and cable.</source>
        <translation>In {seconds} s kam nichts. Strom und Kabel prüfen.</translation>
    </message>
    <message>
        <source>Nothing can be recorded until there is room again.</source>
        <translation>Nichts kann aufgezeichnet werden, bis wieder Platz ist.</translation>
    </message>
    <message>
        <source>Nothing can be recorded. What was recorded before is kept.</source>
        <translation>Nichts kann aufgezeichnet werden. Früher Aufgezeichnetes bleibt.</translation>
    </message>
    <message>
        <source>Nothing changed: go back and carry on with the step.</source>
        <translation>Nichts geändert: zurück und weitermachen.</translation>
    </message>
    <message>
        <source>Nothing gets past in so many units</source>
        <translation>So viele Einheiten ohne Schlupf</translation>
    </message>
    <message>
        <source>Nothing goes on here before two people have verified that it works.</source>
        <translation>Hier geht nichts weiter, bevor zwei Personen geprüft haben, dass sie wirkt.</translation>
    </message>
    <message>
        <source>Nothing is decided before everybody who must has signed.</source>
        <translation>Nichts ist entschieden, bevor alle Nötigen unterschrieben haben.</translation>
    </message>
    <message>
        <source>Nothing is lost: both wait for the lead at the web board.</source>
        <translation>Nichts geht verloren: Beides wartet an der Web-Tafel auf die Teamleitung.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Es fehlt nichts.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist offen.</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>Nichts weiter</translation>
    </message>
    <message>
        <source>Nothing waits about unit {serial}.</source>
        <translation>Zu Einheit {serial} wartet nichts.</translation>
    </message>
    <message>
        <source>Nothing waits any more.</source>
        <translation>Nichts wartet mehr.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision here.</source>
        <translation>Hier wartet nichts auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Nothing was changed about that decision.</source>
        <translation>An dieser Entscheidung wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was counted at this station yet.</source>
        <translation>An dieser Station wurde noch nichts gezählt.</translation>
    </message>
    <message>
        <source>Nothing was decided.</source>
        <translation>Nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>Nichts wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Nothing was printed. Maintenance adds one to the configuration.</source>
        <translation>Nichts wurde gedruckt. Die Instandhaltung richtet einen ein.</translation>
    </message>
    <message>
        <source>Nothing was printed. Scan the unit first, then ask for its label.</source>
        <translation>Nichts wurde gedruckt. Erst die Einheit scannen, dann das Etikett anfordern.</translation>
    </message>
    <message>
        <source>Nothing was recorded for {serial}.</source>
        <translation>Für {serial} wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing was recorded in this step yet.</source>
        <translation>In diesem Schritt ist noch nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing was written to it.</source>
        <translation>Nichts wurde hineingeschrieben.</translation>
    </message>
    <message>
        <source>Nothing was written, and there is no photo.</source>
        <translation>Nichts geschrieben, und kein Foto.</translation>
    </message>
    <message>
        <source>Nothing was written. {place} was not found.</source>
        <translation>Nichts wurde geschrieben. {place} wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Now: {value}</source>
        <translation>Jetzt: {value}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Number at the device</source>
        <translation>Nummer am Gerät</translation>
    </message>
    <message>
        <source>Number in the journal</source>
        <translation>Nummer in der Aufzeichnung</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>OK, but check the curve</source>
        <translation>OK, aber Kurve prüfen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Off shows a window. Works after the next start.</source>
        <translation>Aus zeigt ein Fenster. Gilt nach dem nächsten Start.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline · {count}</source>
        <translation>Offline · {count}</translation>
    </message>
    <message>
        <source>Offline · {count} kept safe</source>
        <translation>Offline · {count} gesichert</translation>
    </message>
    <message>
        <source>Offline · {count} kept safe, oldest {age}</source>
        <translation>Offline · {count} gesichert, älteste {age}</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>On the picture, or by its name:</source>
        <translation>Auf dem Bild oder mit Namen:</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>On the way after {time}</source>
        <translation>Unterwegs nach {time}</translation>
    </message>
    <message>
        <source>On the way: not recorded</source>
        <translation>Unterwegs: nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>On this station last</source>
        <translation>Zuletzt an dieser Station</translation>
    </message>
    <message>
        <source>Once for the unit in work.</source>
        <translation>Einmal für die Einheit in Arbeit.</translation>
    </message>
    <message>
        <source>Once opened it keeps {hours} h. It was good until {until_time}.</source>
        <translation>Geöffnet hält sie {hours} h. Sie war gut bis {until_time}.</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>One line for each record, for other programs</source>
        <translation>Eine Zeile je Eintrag, für andere Programme</translation>
    </message>
    <message>
        <source>One message names 1 to {most}. Nothing was sent.</source>
        <translation>Eine Nachricht nennt 1 bis {most}. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Eins mehr</translation>
    </message>
    <message>
        <source>One more place</source>
        <translation>Noch eine Stelle</translation>
    </message>
    <message>
        <source>One of those who may do it here</source>
        <translation>Eine der Personen, die es hier dürfen</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>Ein Eintrag</translation>
    </message>
    <message>
        <source>One step that says what to do</source>
        <translation>Ein Schritt, der sagt, was zu tun ist</translation>
    </message>
    <message>
        <source>Only a line of a check can be not OK.</source>
        <translation>Nur ein Prüfpunkt kann nicht OK sein.</translation>
    </message>
    <message>
        <source>Only by what was approved. Two people activate it, and it locks by itself.</source>
        <translation>Nur wie freigegeben. Zwei Personen aktivieren sie, sie sperrt von selbst.</translation>
    </message>
    <message>
        <source>Only one program may write the record of a station.</source>
        <translation>Nur ein Programm darf die Aufzeichnung schreiben.</translation>
    </message>
    <message>
        <source>Only one that is due is put off or left out. Nothing was recorded.</source>
        <translation>Nur eine fällige wird verschoben oder ausgelassen. Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>Only the part you scanned last comes out without a reason.</source>
        <translation>Nur das zuletzt gescannte Teil kommt ohne Grund heraus.</translation>
    </message>
    <message>
        <source>Only the station that called can cancel. Nothing was changed.</source>
        <translation>Nur die rufende Station kann abbrechen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Only {name} can sign this.</source>
        <translation>Das kann nur {name} unterschreiben.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open at another station</source>
        <translation>Offen an anderer Station</translation>
    </message>
    <message>
        <source>Open call: {who}</source>
        <translation>Offener Ruf: {who}</translation>
    </message>
    <message>
        <source>Open check</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open defect</source>
        <translation>Offener Fehler</translation>
    </message>
    <message>
        <source>Open defect on SN {serial}</source>
        <translation>Offener Fehler an SN {serial}</translation>
    </message>
    <message>
        <source>Open defect: {where}</source>
        <translation>Offener Fehler: {where}</translation>
    </message>
    <message>
        <source>Open defects</source>
        <translation>Offene Fehler</translation>
    </message>
    <message>
        <source>Open defects: {count}</source>
        <translation>Offene Fehler: {count}</translation>
    </message>
    <message>
        <source>Open defects: {count}. The unit is finished when they are put right.</source>
        <translation>Offene Fehler: {count}. Fertig, wenn sie behoben sind.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Werker</translation>
    </message>
    <message>
        <source>Or enter your number and PIN.</source>
        <translation>Oder Nummer und PIN eingeben.</translation>
    </message>
    <message>
        <source>Or leave it: press Problem.</source>
        <translation>Oder verlassen: Problem drücken.</translation>
    </message>
    <message>
        <source>Or leave this unit and take another.</source>
        <translation>Oder Einheit verlassen und eine andere nehmen.</translation>
    </message>
    <message>
        <source>Or wait until its owner lifts the hold.</source>
        <translation>Oder warten, bis die Sperre aufgehoben ist.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Order rework</source>
        <translation>Nacharbeit anordnen</translation>
    </message>
    <message>
        <source>Order the rework</source>
        <translation>Nacharbeit anordnen</translation>
    </message>
    <message>
        <source>Order {order} can be chosen when no unit is open.</source>
        <translation>Auftrag {order} ist wählbar, wenn keine Einheit offen ist.</translation>
    </message>
    <message>
        <source>Order {order} is not here.</source>
        <translation>Auftrag {order} ist nicht hier.</translation>
    </message>
    <message>
        <source>Order, unit, step and tool are filled in.</source>
        <translation>Auftrag, Einheit, Schritt und Werkzeug sind eingetragen.</translation>
    </message>
    <message>
        <source>Orders appear here when they are released.</source>
        <translation>Aufträge erscheinen hier nach der Freigabe.</translation>
    </message>
    <message>
        <source>Orders that cannot run: {count}</source>
        <translation>Aufträge, die nicht laufen können: {count}</translation>
    </message>
    <message>
        <source>Orders {first} to {last} of {total}</source>
        <translation>Aufträge {first} bis {last} von {total}</translation>
    </message>
    <message>
        <source>Other count</source>
        <translation>Andere Anzahl</translation>
    </message>
    <message>
        <source>Other defect</source>
        <translation>Anderer Fehler</translation>
    </message>
    <message>
        <source>Other picture</source>
        <translation>Anderes Bild</translation>
    </message>
    <message>
        <source>Other …</source>
        <translation>Andere …</translation>
    </message>
    <message>
        <source>Out of its limits</source>
        <translation>Außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Overdue: {late} · to be done: {count}</source>
        <translation>Überfällig: {late} · zu erledigen: {count}</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Überstunden</translation>
    </message>
    <message>
        <source>Own words …</source>
        <translation>Eigene Worte …</translation>
    </message>
    <message>
        <source>Own words…</source>
        <translation>Eigene Worte…</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Gesetzt von</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>PIN von {name}</translation>
    </message>
    <message>
        <source>Part damaged</source>
        <translation>Teil beschädigt</translation>
    </message>
    <message>
        <source>Part fitted</source>
        <translation>Teil verbaut</translation>
    </message>
    <message>
        <source>Part missing in the record: {where}</source>
        <translation>Teil fehlt in der Aufzeichnung: {where}</translation>
    </message>
    <message>
        <source>Part not there</source>
        <translation>Teil fehlt</translation>
    </message>
    <message>
        <source>Part on hold</source>
        <translation>Teil gesperrt</translation>
    </message>
    <message>
        <source>Part put on hold</source>
        <translation>Teil gesperrt</translation>
    </message>
    <message>
        <source>Part taken out</source>
        <translation>Teil herausgenommen</translation>
    </message>
    <message>
        <source>Part wrong or missing</source>
        <translation>Teil falsch oder fehlt</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Parts are scanned here.</source>
        <translation>Hier werden Teile gescannt.</translation>
    </message>
    <message>
        <source>Parts at the line</source>
        <translation>Teile an der Linie</translation>
    </message>
    <message>
        <source>Parts counted</source>
        <translation>Teile gezählt</translation>
    </message>
    <message>
        <source>Parts in unit {serial}</source>
        <translation>Teile in Einheit {serial}</translation>
    </message>
    <message>
        <source>Parts to fetch: {parts}. Open steps: {steps}.</source>
        <translation>Zu holende Teile: {parts}. Offene Schritte: {steps}.</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>Personen und Rechte</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo kept</source>
        <translation>Foto behalten</translation>
    </message>
    <message>
        <source>Photo missing: {where}</source>
        <translation>Foto fehlt: {where}</translation>
    </message>
    <message>
        <source>Photo of {camera}, {time}</source>
        <translation>Foto von {camera}, {time}</translation>
    </message>
    <message>
        <source>Picture of the work</source>
        <translation>Bild der Arbeit</translation>
    </message>
    <message>
        <source>Pieces in it: {count}</source>
        <translation>Stück darin: {count}</translation>
    </message>
    <message>
        <source>Pin down</source>
        <translation>Nadel runter</translation>
    </message>
    <message>
        <source>Pin left</source>
        <translation>Nadel links</translation>
    </message>
    <message>
        <source>Pin right</source>
        <translation>Nadel rechts</translation>
    </message>
    <message>
        <source>Pin up</source>
        <translation>Nadel hoch</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Place and attempt</source>
        <translation>Stelle und Versuch</translation>
    </message>
    <message>
        <source>Place inspected</source>
        <translation>Stelle geprüft</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <translation>Stelle {number}</translation>
    </message>
    <message>
        <source>Place {place}</source>
        <translation>Platz {place}</translation>
    </message>
    <message>
        <source>Placed by {owner}, {since}</source>
        <translation>Gesperrt durch {owner}, {since}</translation>
    </message>
    <message>
        <source>Places opened again</source>
        <translation>Stellen wieder geöffnet</translation>
    </message>
    <message>
        <source>Plant server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Plug the stick in, then look again.</source>
        <translation>Stick einstecken, dann erneut nachsehen.</translation>
    </message>
    <message>
        <source>Ppk (95 % interval)</source>
        <translation>Ppk (95-%-Intervall)</translation>
    </message>
    <message>
        <source>Press + or − until the bar is as wide as the card.</source>
        <translation>+ oder − drücken, bis der Balken so breit ist wie die Karte.</translation>
    </message>
    <message>
        <source>Press Test, then save.</source>
        <translation>„Testen“ drücken, dann speichern.</translation>
    </message>
    <message>
        <source>Press Try again when it is solved.</source>
        <translation>Nach der Lösung „Erneut versuchen“ drücken.</translation>
    </message>
    <message>
        <source>Press that button</source>
        <translation>Diese Taste drücken</translation>
    </message>
    <message>
        <source>Press the Caps Lock key once.</source>
        <translation>Feststelltaste einmal drücken.</translation>
    </message>
    <message>
        <source>Press the button at the bottom right.</source>
        <translation>Die Taste unten rechts drücken.</translation>
    </message>
    <message>
        <source>Press the button of the gauge.</source>
        <translation>Die Taste am Messgerät drücken.</translation>
    </message>
    <message>
        <source>Press the key, or scan the printed command.</source>
        <translation>Taste drücken oder gedruckten Befehl scannen.</translation>
    </message>
    <message>
        <source>Press “Measure again”, then measure.</source>
        <translation>„Erneut messen“ drücken, dann messen.</translation>
    </message>
    <message>
        <source>Press “Redo”, then tighten it again.</source>
        <translation>„Wiederholen“ drücken, dann erneut anziehen.</translation>
    </message>
    <message>
        <source>Press “What is missing” to settle it.</source>
        <translation>Zum Klären „Was fehlt“ drücken.</translation>
    </message>
    <message>
        <source>Print a label again</source>
        <translation>Etikett erneut drucken</translation>
    </message>
    <message>
        <source>Print a second label for this reason.</source>
        <translation>Aus diesem Grund ein zweites Etikett drucken.</translation>
    </message>
    <message>
        <source>Print one that is of no unit.</source>
        <translation>Eines drucken, das zu keiner Einheit gehört.</translation>
    </message>
    <message>
        <source>Print the label</source>
        <translation>Etikett drucken</translation>
    </message>
    <message>
        <source>Priority {number}</source>
        <translation>Priorität {number}</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Problem described</source>
        <translation>Problem beschrieben</translation>
    </message>
    <message>
        <source>Problem over</source>
        <translation>Problem vorbei</translation>
    </message>
    <message>
        <source>Problem reported</source>
        <translation>Problem gemeldet</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Program replaced: {name}</source>
        <translation>Programm ersetzt: {name}</translation>
    </message>
    <message>
        <source>Program unknown: {where}</source>
        <translation>Programm unbekannt: {where}</translation>
    </message>
    <message>
        <source>Proof (hash)</source>
        <translation>Beweis (Hash)</translation>
    </message>
    <message>
        <source>Provable</source>
        <translation>Nachweisbar</translation>
    </message>
    <message>
        <source>Proven elsewhere</source>
        <translation>Anderswo nachgewiesen</translation>
    </message>
    <message>
        <source>Proves chain, numbers, photos and signatures</source>
        <translation>Prüft Kette, Zahlen, Fotos und Signaturen</translation>
    </message>
    <message>
        <source>Proves that the server is the right one</source>
        <translation>Beweist, dass der Server der richtige ist</translation>
    </message>
    <message>
        <source>Put aside and marked until they are settled.</source>
        <translation>Beiseite und gekennzeichnet, bis sie geklärt sind.</translation>
    </message>
    <message>
        <source>Put aside and marked. They can be settled by: {who}.</source>
        <translation>Beiseite und gekennzeichnet. Klären kann: {who}.</translation>
    </message>
    <message>
        <source>Put it right now, at this station.</source>
        <translation>Jetzt an dieser Station beheben.</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Put the device aside and mark it.</source>
        <translation>Gerät zur Seite legen und kennzeichnen.</translation>
    </message>
    <message>
        <source>Put the tool down.</source>
        <translation>Werkzeug ablegen.</translation>
    </message>
    <message>
        <source>Put the unit aside and call the team lead.</source>
        <translation>Einheit zur Seite stellen und Teamleitung rufen.</translation>
    </message>
    <message>
        <source>Put the unit aside, marked.</source>
        <translation>Einheit gekennzeichnet zur Seite stellen.</translation>
    </message>
    <message>
        <source>Put the unit in the red box.</source>
        <translation>Einheit in die rote Kiste legen.</translation>
    </message>
    <message>
        <source>Put the unit with what goes back.</source>
        <translation>Einheit zu den Rücksendungen legen.</translation>
    </message>
    <message>
        <source>Put the {component} into the red box.</source>
        <translation>In die rote Kiste legen: {component}.</translation>
    </message>
    <message>
        <source>Put this box aside.</source>
        <translation>Diese Kiste zur Seite stellen.</translation>
    </message>
    <message>
        <source>Put this lot back.</source>
        <translation>Diese Charge zurücklegen.</translation>
    </message>
    <message>
        <source>Put this part back.</source>
        <translation>Dieses Teil zurücklegen.</translation>
    </message>
    <message>
        <source>Put tool {tool} down. It may be enabled.</source>
        <translation>Werkzeug {tool} ablegen. Es kann freigegeben sein.</translation>
    </message>
    <message>
        <source>Put tool {tool} down. The link is lost.</source>
        <translation>Werkzeug {tool} ablegen. Verbindung verloren.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Quality and engineering sign</source>
        <translation>Qualität und Technik unterschreiben</translation>
    </message>
    <message>
        <source>Question about a handover</source>
        <translation>Rückfrage zur Übergabe</translation>
    </message>
    <message>
        <source>Question about a handover answered</source>
        <translation>Rückfrage zur Übergabe beantwortet</translation>
    </message>
    <message>
        <source>Question about a handover settled</source>
        <translation>Rückfrage zur Übergabe geklärt</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Spannweite</translation>
    </message>
    <message>
        <source>Read first · {seconds} s</source>
        <translation>Erst lesen · {seconds} s</translation>
    </message>
    <message>
        <source>Read it, then confirm.</source>
        <translation>Lesen, dann bestätigen.</translation>
    </message>
    <message>
        <source>Read it, then confirm. The next unit begins after that.</source>
        <translation>Lesen, dann bestätigen. Danach beginnt die nächste Einheit.</translation>
    </message>
    <message>
        <source>Read out the number, or photograph the code.</source>
        <translation>Nummer vorlesen oder Code fotografieren.</translation>
    </message>
    <message>
        <source>Read the step first.</source>
        <translation>Erst den Schritt lesen.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason of a stop</source>
        <translation>Grund eines Stillstands</translation>
    </message>
    <message>
        <source>Reason of the stop</source>
        <translation>Grund des Stillstands</translation>
    </message>
    <message>
        <source>Reason: {why}</source>
        <translation>Grund: {why}</translation>
    </message>
    <message>
        <source>Record the defect</source>
        <translation>Fehler aufzeichnen</translation>
    </message>
    <message>
        <source>Record {record}. {owner}: {action}</source>
        <translation>Nachweis {record}. {owner}: {action}</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Recorded: {setting}, {before} → {after}</source>
        <translation>Aufgezeichnet: {setting}, {before} → {after}</translation>
    </message>
    <message>
        <source>Recorded: {what}</source>
        <translation>Aufgezeichnet: {what}</translation>
    </message>
    <message>
        <source>Recording the change…</source>
        <translation>Änderung wird aufgezeichnet…</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Records and export</source>
        <translation>Aufzeichnung und Export</translation>
    </message>
    <message>
        <source>Records contradict</source>
        <translation>Einträge im Widerspruch</translation>
    </message>
    <message>
        <source>Records not at the server yet</source>
        <translation>Einträge, noch nicht beim Server</translation>
    </message>
    <message>
        <source>Records of SN {argument}</source>
        <translation>Einträge zu SN {argument}</translation>
    </message>
    <message>
        <source>Records of bypass {argument}</source>
        <translation>Einträge zu Umgehung {argument}</translation>
    </message>
    <message>
        <source>Records of the call</source>
        <translation>Einträge zum Ruf</translation>
    </message>
    <message>
        <source>Records of the check</source>
        <translation>Einträge zur Prüfung</translation>
    </message>
    <message>
        <source>Records of the decision</source>
        <translation>Einträge zur Entscheidung</translation>
    </message>
    <message>
        <source>Records of the question</source>
        <translation>Einträge zur Rückfrage</translation>
    </message>
    <message>
        <source>Records of {argument}</source>
        <translation>Einträge zu {argument}</translation>
    </message>
    <message>
        <source>Records stay here. Support enrols it with a code from the plant.</source>
        <translation>Alles bleibt hier. Der Support registriert sie mit einem Code des Werks.</translation>
    </message>
    <message>
        <source>Redo {place}</source>
        <translation>{place} wiederholen</translation>
    </message>
    <message>
        <source>Release a hold</source>
        <translation>Sperre aufheben</translation>
    </message>
    <message>
        <source>Remove this pin</source>
        <translation>Nadel entfernen</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Repariert</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Replace the part</source>
        <translation>Teil tauschen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>Report a problem.</source>
        <translation>Ein Problem melden.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Restart verification</source>
        <translation>Prüfung zum Wiederanlauf</translation>
    </message>
    <message>
        <source>Result assigned</source>
        <translation>Ergebnis zugeordnet</translation>
    </message>
    <message>
        <source>Result discarded</source>
        <translation>Ergebnis verworfen</translation>
    </message>
    <message>
        <source>Result nobody asked for</source>
        <translation>Ergebnis, das niemand verlangt hat</translation>
    </message>
    <message>
        <source>Result not OK</source>
        <translation>Ergebnis nicht OK</translation>
    </message>
    <message>
        <source>Results of no unit: {count}</source>
        <translation>Ergebnisse ohne Einheit: {count}</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rückgabe</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>Nacharbeit</translation>
    </message>
    <message>
        <source>Rework here</source>
        <translation>Hier nacharbeiten</translation>
    </message>
    <message>
        <source>Rework ordered</source>
        <translation>Nacharbeit angeordnet</translation>
    </message>
    <message>
        <source>Rework says why, in a few words.</source>
        <translation>Nacharbeit braucht einen Grund in wenigen Worten.</translation>
    </message>
    <message>
        <source>Right first time</source>
        <translation>Auf Anhieb richtig</translation>
    </message>
    <message>
        <source>Right needed: {right}</source>
        <translation>Nötiges Recht: {right}</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>Weiterlaufen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>SN </source>
        <translation>SN </translation>
    </message>
    <message>
        <source>SN {serial}</source>
        <translation>SN {serial}</translation>
    </message>
    <message>
        <source>SN {serial} is finished.</source>
        <translation>SN {serial} ist fertig.</translation>
    </message>
    <message>
        <source>SN {serial} is held and waits for rework.</source>
        <translation>SN {serial} wird gesperrt, wartet auf Nacharbeit.</translation>
    </message>
    <message>
        <source>SN {serial} is held until quality decides.</source>
        <translation>SN {serial} wird gesperrt bis zum Entscheid der Qualität.</translation>
    </message>
    <message>
        <source>SN {serial} is held. Quality decides.</source>
        <translation>SN {serial} wird gesperrt. Qualität entscheidet.</translation>
    </message>
    <message>
        <source>SN {serial} is not finished: a defect is open.</source>
        <translation>SN {serial} ist nicht fertig: Ein Fehler ist offen.</translation>
    </message>
    <message>
        <source>SN {serial} is not provable</source>
        <translation>SN {serial} ist nicht nachweisbar</translation>
    </message>
    <message>
        <source>SN {serial} not finished</source>
        <translation>SN {serial} nicht fertig</translation>
    </message>
    <message>
        <source>SN {serial} on hold</source>
        <translation>SN {serial} gesperrt</translation>
    </message>
    <message>
        <source>SN {serial} stays here until it is put right.</source>
        <translation>SN {serial} bleibt hier, bis es behoben ist.</translation>
    </message>
    <message>
        <source>SN {serial} waits at this station.</source>
        <translation>SN {serial} wartet an dieser Station.</translation>
    </message>
    <message>
        <source>SN {serial} · {by}</source>
        <translation>SN {serial} · {by}</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Safety: nothing</source>
        <translation>Sicherheit: nichts</translation>
    </message>
    <message>
        <source>Safety: read the words</source>
        <translation>Sicherheit: Worte lesen</translation>
    </message>
    <message>
        <source>Said here</source>
        <translation>Hier gesagt</translation>
    </message>
    <message>
        <source>Sample decided</source>
        <translation>Stichprobe entschieden</translation>
    </message>
    <message>
        <source>Sample not taken: {where}</source>
        <translation>Stichprobe nicht genommen: {where}</translation>
    </message>
    <message>
        <source>Sample of the first piece is open: {where}</source>
        <translation>Stichprobe am Erststück offen: {where}</translation>
    </message>
    <message>
        <source>Sample: after a change</source>
        <translation>Stichprobe: nach einer Änderung</translation>
    </message>
    <message>
        <source>Sample: after a stop</source>
        <translation>Stichprobe: nach einem Stillstand</translation>
    </message>
    <message>
        <source>Sample: by count</source>
        <translation>Stichprobe: nach Stückzahl</translation>
    </message>
    <message>
        <source>Sample: by time</source>
        <translation>Stichprobe: nach Zeit</translation>
    </message>
    <message>
        <source>Sample: drawn from the lot</source>
        <translation>Stichprobe: aus dem Los gezogen</translation>
    </message>
    <message>
        <source>Sample: start of the order</source>
        <translation>Stichprobe: Auftragsbeginn</translation>
    </message>
    <message>
        <source>Sample: start of the shift</source>
        <translation>Stichprobe: Schichtbeginn</translation>
    </message>
    <message>
        <source>Sample: the one before was missed</source>
        <translation>Stichprobe: die vorige fehlt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved. Works after the station starts again.</source>
        <translation>Gespeichert. Gilt nach dem Neustart der Station.</translation>
    </message>
    <message>
        <source>Say it in a few words</source>
        <translation>In wenigen Worten sagen</translation>
    </message>
    <message>
        <source>Say something about safety</source>
        <translation>Etwas zur Sicherheit sagen</translation>
    </message>
    <message>
        <source>Say that you have seen a result not OK.</source>
        <translation>Sagen, dass ein Ergebnis NOK gesehen wurde.</translation>
    </message>
    <message>
        <source>Say what is to be done, or choose an operation.</source>
        <translation>Sagen, was zu tun ist, oder einen Arbeitsgang wählen.</translation>
    </message>
    <message>
        <source>Say what was done when it is safe again.</source>
        <translation>Wenn es wieder sicher ist: sagen, was getan wurde.</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Grund sagen</translation>
    </message>
    <message>
        <source>Say why the step is left out.</source>
        <translation>Sagen, warum der Schritt ausgelassen wird.</translation>
    </message>
    <message>
        <source>Say why this part comes out.</source>
        <translation>Sagen, warum dieses Teil herauskommt.</translation>
    </message>
    <message>
        <source>Say why this part goes in.</source>
        <translation>Sagen, warum dieses Teil hineinkommt.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Grund angeben.</translation>
    </message>
    <message>
        <source>Say why. The record shows that the step was left out, and by whom.</source>
        <translation>Grund sagen. Es bleibt aufgezeichnet, dass und durch wen ausgelassen wurde.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Scan a unit</source>
        <translation>Einheit scannen</translation>
    </message>
    <message>
        <source>Scan a unit first.</source>
        <translation>Erst eine Einheit scannen.</translation>
    </message>
    <message>
        <source>Scan a unit of {order}</source>
        <translation>Einheit von {order} scannen</translation>
    </message>
    <message>
        <source>Scan a unit to start</source>
        <translation>Einheit scannen und beginnen</translation>
    </message>
    <message>
        <source>Scan again.</source>
        <translation>Erneut scannen.</translation>
    </message>
    <message>
        <source>Scan another code on the label.</source>
        <translation>Anderen Code auf dem Etikett scannen.</translation>
    </message>
    <message>
        <source>Scan another label</source>
        <translation>Anderes Etikett scannen</translation>
    </message>
    <message>
        <source>Scan another lot</source>
        <translation>Andere Charge scannen</translation>
    </message>
    <message>
        <source>Scan anything now. The code does nothing.</source>
        <translation>Jetzt etwas scannen. Der Code bewirkt nichts.</translation>
    </message>
    <message>
        <source>Scan its label</source>
        <translation>Etikett scannen</translation>
    </message>
    <message>
        <source>Scan its label.</source>
        <translation>Das Etikett scannen.</translation>
    </message>
    <message>
        <source>Scan or hold your badge</source>
        <translation>Ausweis scannen oder anhalten</translation>
    </message>
    <message>
        <source>Scan refused</source>
        <translation>Scan abgelehnt</translation>
    </message>
    <message>
        <source>Scan the badge, or enter the number.</source>
        <translation>Ausweis scannen oder Nummer eingeben.</translation>
    </message>
    <message>
        <source>Scan the label of a unit.</source>
        <translation>Etikett einer Einheit scannen.</translation>
    </message>
    <message>
        <source>Scan the label of the box.</source>
        <translation>Etikett der Kiste scannen.</translation>
    </message>
    <message>
        <source>Scan the label you need.</source>
        <translation>Das richtige Etikett scannen.</translation>
    </message>
    <message>
        <source>Scan the maker’s label on the {component}.</source>
        <translation>Herstelleretikett scannen: {component}.</translation>
    </message>
    <message>
        <source>Scan the next unit.</source>
        <translation>Nächste Einheit scannen.</translation>
    </message>
    <message>
        <source>Scan the next. So far: {count} of {total}</source>
        <translation>Nächstes scannen: {count} von {total}</translation>
    </message>
    <message>
        <source>Scan the part to add.</source>
        <translation>Das Teil zum Hinzufügen scannen.</translation>
    </message>
    <message>
        <source>Scan the right code, or press Not OK.</source>
        <translation>Richtigen Code scannen oder „NOK“ drücken.</translation>
    </message>
    <message>
        <source>Scan the second badge</source>
        <translation>Zweiten Ausweis scannen</translation>
    </message>
    <message>
        <source>Scan the unit’s label</source>
        <translation>Etikett der Einheit scannen</translation>
    </message>
    <message>
        <source>Scan twice. The unit keeps its state.</source>
        <translation>Zweimal scannen. Die Einheit behält ihren Stand.</translation>
    </message>
    <message>
        <source>Scan your badge</source>
        <translation>Ausweis scannen</translation>
    </message>
    <message>
        <source>Scan your badge, then go on.</source>
        <translation>Ausweis scannen, dann weiter.</translation>
    </message>
    <message>
        <source>Scan your badge.</source>
        <translation>Ausweis scannen.</translation>
    </message>
    <message>
        <source>Scanned now</source>
        <translation>Jetzt gescannt</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>Scanner bereit</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>Ausschuss</translation>
    </message>
    <message>
        <source>Scrap a unit</source>
        <translation>Einheit zu Ausschuss</translation>
    </message>
    <message>
        <source>Scrap was proposed. Quality decides.</source>
        <translation>Ausschuss ist vorgeschlagen. Die Qualität entscheidet.</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Kratzer</translation>
    </message>
    <message>
        <source>Screen and sound</source>
        <translation>Bildschirm und Ton</translation>
    </message>
    <message>
        <source>Second person: scan your badge</source>
        <translation>Zweite Person: Ausweis scannen</translation>
    </message>
    <message>
        <source>Second signature</source>
        <translation>Zweite Unterschrift</translation>
    </message>
    <message>
        <source>Second signature missing: {where}</source>
        <translation>Zweite Unterschrift fehlt: {where}</translation>
    </message>
    <message>
        <source>See the cases</source>
        <translation>Fälle ansehen</translation>
    </message>
    <message>
        <source>See the checks</source>
        <translation>Zu den Prüfungen</translation>
    </message>
    <message>
        <source>See the defects</source>
        <translation>Fehler ansehen</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Seen after {time}</source>
        <translation>Gesehen nach {time}</translation>
    </message>
    <message>
        <source>Seen by {name} after {time}</source>
        <translation>Gesehen von {name} nach {time}</translation>
    </message>
    <message>
        <source>Seen: not recorded</source>
        <translation>Gesehen: nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Send ({count})</source>
        <translation>Senden ({count})</translation>
    </message>
    <message>
        <source>Send to rework</source>
        <translation>Zur Nacharbeit</translation>
    </message>
    <message>
        <source>Sending {count}</source>
        <translation>{count} werden gesendet</translation>
    </message>
    <message>
        <source>Serial {serial}</source>
        <translation>Serie {serial}</translation>
    </message>
    <message>
        <source>Serial {serial} is already in unit {unit}.</source>
        <translation>Serie {serial} ist schon in Einheit {unit}.</translation>
    </message>
    <message>
        <source>Serial {serial} is on hold since {since}.</source>
        <translation>Serie {serial} ist gesperrt seit {since}.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Server not reached: work at other stations as of {time}.</source>
        <translation>Server nicht erreicht: Arbeit anderer Stationen, Stand {time}.</translation>
    </message>
    <message>
        <source>Server not reached: work at other stations is not known.</source>
        <translation>Server nicht erreicht: Arbeit anderer Stationen unbekannt.</translation>
    </message>
    <message>
        <source>Server refuses · {count} kept safe</source>
        <translation>Server lehnt ab · {count} gesichert</translation>
    </message>
    <message>
        <source>Server too old · {count} kept safe</source>
        <translation>Server zu alt · {count} gesichert</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>Set by {who}</source>
        <translation>Gesetzt von {who}</translation>
    </message>
    <message>
        <source>Set by {who} first</source>
        <translation>Zuerst gesetzt von {who}</translation>
    </message>
    <message>
        <source>Set its reason at the web board.</source>
        <translation>Grund an der Web-Tafel setzen.</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Einstellung geändert</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Geklärt</translation>
    </message>
    <message>
        <source>Settled already.</source>
        <translation>Schon geklärt.</translation>
    </message>
    <message>
        <source>Setup or cleaning</source>
        <translation>Rüsten oder Reinigen</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Shift began {count} min before</source>
        <translation>{count} min davor: Schichtbeginn</translation>
    </message>
    <message>
        <source>Shift handed over</source>
        <translation>Schicht übergeben</translation>
    </message>
    <message>
        <source>Shift manager</source>
        <translation>Schichtleitung</translation>
    </message>
    <message>
        <source>Shift taken over</source>
        <translation>Schicht übernommen</translation>
    </message>
    <message>
        <source>Shift {shift}</source>
        <translation>Schicht {shift}</translation>
    </message>
    <message>
        <source>Short stops: {count}, together {minutes} min. One answer for all.</source>
        <translation>Kurze Stillstände: {count}, zusammen {minutes} min. Eine Antwort für alle.</translation>
    </message>
    <message>
        <source>Show how again</source>
        <translation>Neu einweisen</translation>
    </message>
    <message>
        <source>Show the keys and commands.</source>
        <translation>Tasten und Befehle zeigen.</translation>
    </message>
    <message>
        <source>Show what the unit still needs.</source>
        <translation>Zeigen, was die Einheit noch braucht.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Sign as second person</source>
        <translation>Zweite Unterschrift</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Erst anmelden.</translation>
    </message>
    <message>
        <source>Sign in without badge</source>
        <translation>Ohne Ausweis anmelden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Signed already.</source>
        <translation>Schon unterschrieben.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Signed with record {number}</source>
        <translation>Signiert mit Eintrag {number}</translation>
    </message>
    <message>
        <source>Signs every record. Enrol again to change it.</source>
        <translation>Steht in jeder Aufzeichnung. Ändern heißt neu registrieren.</translation>
    </message>
    <message>
        <source>Similar cases: {count}</source>
        <translation>Ähnliche Fälle: {count}</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Size on the glass</source>
        <translation>Größe auf dem Glas</translation>
    </message>
    <message>
        <source>Skill missing</source>
        <translation>Kenntnis fehlt</translation>
    </message>
    <message>
        <source>Slower pace</source>
        <translation>Langsamerer Takt</translation>
    </message>
    <message>
        <source>So many are not in this unit.</source>
        <translation>So viele sind nicht in dieser Einheit.</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Somebody answered before. Nothing was changed.</source>
        <translation>Jemand hat schon geantwortet. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Somebody else than {name} signs.</source>
        <translation>Eine andere Person als {name} unterschreibt.</translation>
    </message>
    <message>
        <source>Somebody else took this handover over before.</source>
        <translation>Jemand anders hat diese Übergabe schon übernommen.</translation>
    </message>
    <message>
        <source>Somebody placed this hold. Its owner can lift it.</source>
        <translation>Jemand hat diese Sperre gesetzt. Wer sie setzte, kann sie aufheben.</translation>
    </message>
    <message>
        <source>Somebody said before that this question is settled.</source>
        <translation>Jemand hat diese Rückfrage schon als geklärt gemeldet.</translation>
    </message>
    <message>
        <source>Somebody settled it, or a later check was good.</source>
        <translation>Jemand hat ihn geklärt, oder eine spätere Prüfung war gut.</translation>
    </message>
    <message>
        <source>Somebody with the certificate signs.</source>
        <translation>Es unterschreibt, wer den Nachweis hat.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Something is missing: {what}.</source>
        <translation>Etwas fehlt: {what}.</translation>
    </message>
    <message>
        <source>Something is wrong. Call an administrator. Records checked: {count}</source>
        <translation>Etwas stimmt nicht. Administrator rufen. Geprüfte Einträge: {count}</translation>
    </message>
    <message>
        <source>Something it asks for is missing.</source>
        <translation>Etwas Verlangtes fehlt noch.</translation>
    </message>
    <message>
        <source>Somewhere else</source>
        <translation>Anderswo</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Space or Enter</source>
        <translation>Leertaste oder Enter</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <source>Spoken while nobody is signed in. People have their own.</source>
        <translation>Gilt, solange niemand angemeldet ist. Personen haben ihre eigene.</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>Stabil</translation>
    </message>
    <message>
        <source>Stable again</source>
        <translation>Wieder stabil</translation>
    </message>
    <message>
        <source>Stands in the header</source>
        <translation>Steht in der Kopfzeile</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start check</source>
        <translation>Prüfung starten</translation>
    </message>
    <message>
        <source>Start station again</source>
        <translation>Station neu starten</translation>
    </message>
    <message>
        <source>Starting. This scan was not taken.</source>
        <translation>Start läuft. Der Scan wurde nicht genommen.</translation>
    </message>
    <message>
        <source>State of the machine</source>
        <translation>Zustand der Maschine</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Station after</source>
        <translation>Station danach</translation>
    </message>
    <message>
        <source>Station before</source>
        <translation>Station davor</translation>
    </message>
    <message>
        <source>Station can go on</source>
        <translation>Station läuft weiter</translation>
    </message>
    <message>
        <source>Station check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Station does not run</source>
        <translation>Station läuft nicht</translation>
    </message>
    <message>
        <source>Station is stopped</source>
        <translation>Station steht</translation>
    </message>
    <message>
        <source>Station moved</source>
        <translation>Station umgezogen</translation>
    </message>
    <message>
        <source>Station number</source>
        <translation>Stationsnummer</translation>
    </message>
    <message>
        <source>Station started</source>
        <translation>Station gestartet</translation>
    </message>
    <message>
        <source>Station stopped since {time}</source>
        <translation>Station steht seit {time}</translation>
    </message>
    <message>
        <source>Station too old · {count} kept safe</source>
        <translation>Station zu alt · {count} gesichert</translation>
    </message>
    <message>
        <source>Station · lines {first} to {last} of {total}</source>
        <translation>Station · Zeilen {first} bis {last} von {total}</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>Stations without a connection get it later. The web board says who has read it.</source>
        <translation>Stationen ohne Verbindung bekommen sie später. Die Web-Tafel zeigt, wer sie gelesen hat.</translation>
    </message>
    <message>
        <source>Stay here if you need help.</source>
        <translation>Hier bleiben, wenn Sie Hilfe brauchen.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Step confirmed</source>
        <translation>Schritt bestätigt</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>Schritt erledigt</translation>
    </message>
    <message>
        <source>Step done again</source>
        <translation>Schritt wiederholt</translation>
    </message>
    <message>
        <source>Step left out</source>
        <translation>Schritt ausgelassen</translation>
    </message>
    <message>
        <source>Step left out: {where}</source>
        <translation>Schritt ausgelassen: {where}</translation>
    </message>
    <message>
        <source>Step not completed: {where}</source>
        <translation>Schritt nicht abgeschlossen: {where}</translation>
    </message>
    <message>
        <source>Steps: {count}</source>
        <translation>Schritte: {count}</translation>
    </message>
    <message>
        <source>Steps: {count} · opens again: {places}</source>
        <translation>Schritte: {count} · öffnet wieder: {places}</translation>
    </message>
    <message>
        <source>Steps: {steps}</source>
        <translation>Schritte: {steps}</translation>
    </message>
    <message>
        <source>Steps: {steps} and more, {count} in all</source>
        <translation>Schritte: {steps} und mehr, zusammen {count}</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Fehlt noch</translation>
    </message>
    <message>
        <source>Still missing for unit {serial}</source>
        <translation>Fehlt noch für Einheit {serial}</translation>
    </message>
    <message>
        <source>Still missing: {missing}. Then scan its label.</source>
        <translation>Noch nötig: {missing}. Dann das Etikett scannen.</translation>
    </message>
    <message>
        <source>Still open: {places}.</source>
        <translation>Noch offen: {places}.</translation>
    </message>
    <message>
        <source>Still to tick: {count}</source>
        <translation>Noch anzuhaken: {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stillstand</translation>
    </message>
    <message>
        <source>Stop began</source>
        <translation>Stillstand begonnen</translation>
    </message>
    <message>
        <source>Stop corrected</source>
        <translation>Stillstand korrigiert</translation>
    </message>
    <message>
        <source>Stop ended</source>
        <translation>Stillstand beendet</translation>
    </message>
    <message>
        <source>Stop the line</source>
        <translation>Linie anhalten</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop. Do not fit this part.</source>
        <translation>Halt. Dieses Teil nicht einbauen.</translation>
    </message>
    <message>
        <source>Stop. Do not fit this {component}.</source>
        <translation>Halt. Nicht einbauen: {component}.</translation>
    </message>
    <message>
        <source>Stop. Lot {lot} is used up.</source>
        <translation>Halt. Charge {lot} ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Stop. Lot {lot} was open for too long.</source>
        <translation>Halt. Charge {lot} war zu lange offen.</translation>
    </message>
    <message>
        <source>Stop. SN {serial} is on hold.</source>
        <translation>Halt. SN {serial} ist gesperrt.</translation>
    </message>
    <message>
        <source>Stop. Somebody said it is not safe.</source>
        <translation>Halt. Jemand sagt, es ist nicht sicher.</translation>
    </message>
    <message>
        <source>Stop. Step away from the station.</source>
        <translation>Halt. Von der Station weggehen.</translation>
    </message>
    <message>
        <source>Stop. The station’s disk fails.</source>
        <translation>Halt. Die Festplatte der Station ist gestört.</translation>
    </message>
    <message>
        <source>Stop. The station’s disk is full.</source>
        <translation>Halt. Die Festplatte der Station ist voll.</translation>
    </message>
    <message>
        <source>Stop. The station’s disk takes no records.</source>
        <translation>Halt. Die Festplatte der Station nimmt nichts an.</translation>
    </message>
    <message>
        <source>Stop. This station’s record is damaged.</source>
        <translation>Halt. Die Aufzeichnung dieser Station ist beschädigt.</translation>
    </message>
    <message>
        <source>Stop. This unit is on hold.</source>
        <translation>Halt. Diese Einheit ist gesperrt.</translation>
    </message>
    <message>
        <source>Stop. Unit {serial} is on hold.</source>
        <translation>Halt. Einheit {serial} ist gesperrt.</translation>
    </message>
    <message>
        <source>Stop. {name} in this unit is now on hold.</source>
        <translation>Halt. In dieser Einheit jetzt gesperrt: {name}.</translation>
    </message>
    <message>
        <source>Stopped · {count} min</source>
        <translation>Steht · {count} min</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Angehalten. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Stopped: {count} min</source>
        <translation>Stillstand: {count} min</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Stillstände</translation>
    </message>
    <message>
        <source>Stops of this station</source>
        <translation>Stillstände dieser Station</translation>
    </message>
    <message>
        <source>Stops without a reason: {count}</source>
        <translation>Stillstände ohne Grund: {count}</translation>
    </message>
    <message>
        <source>Support code</source>
        <translation>Support-Code</translation>
    </message>
    <message>
        <source>Switch it off and on again.</source>
        <translation>Aus- und wieder einschalten.</translation>
    </message>
    <message>
        <source>Sync stopped</source>
        <translation>Sync gestoppt</translation>
    </message>
    <message>
        <source>Sync stopped · {count} kept safe</source>
        <translation>Sync gestoppt · {count} gesichert</translation>
    </message>
    <message>
        <source>Sync stuck · {count} kept safe</source>
        <translation>Sync hängt · {count} gesichert</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Synchron</translation>
    </message>
    <message>
        <source>Tab or arrows</source>
        <translation>Tab oder Pfeile</translation>
    </message>
    <message>
        <source>Take a {component} of another lot.</source>
        <translation>{component} aus einer anderen Charge nehmen.</translation>
    </message>
    <message>
        <source>Take a {component} of lot {use_lot}.</source>
        <translation>{component} aus Charge {use_lot} nehmen.</translation>
    </message>
    <message>
        <source>Take another {component}.</source>
        <translation>Ein anderes Stück nehmen: {component}.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Abwählen</translation>
    </message>
    <message>
        <source>Take it first, look at it, then use it.</source>
        <translation>Erst aufnehmen, ansehen, dann verwenden.</translation>
    </message>
    <message>
        <source>Take it out and put it in the red box.</source>
        <translation>Herausnehmen und in die rote Kiste legen.</translation>
    </message>
    <message>
        <source>Take lot {first} first.</source>
        <translation>Erst Charge {first} nehmen.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take over with badge</source>
        <translation>Mit Ausweis übernehmen</translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation>Foto aufnehmen</translation>
    </message>
    <message>
        <source>Take the next unit.</source>
        <translation>Nächste Einheit nehmen.</translation>
    </message>
    <message>
        <source>Take the number</source>
        <translation>Zahl übernehmen</translation>
    </message>
    <message>
        <source>Take the unit off the fixture.</source>
        <translation>Einheit aus der Vorrichtung nehmen.</translation>
    </message>
    <message>
        <source>Take the {component} from {use_location}.</source>
        <translation>{component} nehmen aus {use_location}.</translation>
    </message>
    <message>
        <source>Take the {component}, {part}.</source>
        <translation>{component} nehmen, {part}.</translation>
    </message>
    <message>
        <source>Take {value}</source>
        <translation>{value} nehmen</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Weggenommen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Taken over already.</source>
        <translation>Schon übernommen.</translation>
    </message>
    <message>
        <source>Taking the photo</source>
        <translation>Foto wird aufgenommen</translation>
    </message>
    <message>
        <source>Tap a defect after it was put right and looked at again.</source>
        <translation>Fehler antippen, wenn behoben und noch einmal angesehen.</translation>
    </message>
    <message>
        <source>Tap a line for its records.</source>
        <translation>Zeile antippen für ihre Einträge.</translation>
    </message>
    <message>
        <source>Tap one to say how far help is.</source>
        <translation>Antippen und sagen, wie weit die Hilfe ist.</translation>
    </message>
    <message>
        <source>Tap one to say what it really was.</source>
        <translation>Antippen und sagen, was es wirklich war.</translation>
    </message>
    <message>
        <source>Tap the place</source>
        <translation>Stelle antippen</translation>
    </message>
    <message>
        <source>Tap the right order, or scan its label.</source>
        <translation>Richtigen Auftrag antippen oder Etikett scannen.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Sollwert</translation>
    </message>
    <message>
        <source>Team lead</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Techniker</translation>
    </message>
    <message>
        <source>Tell maintenance: driver restarts.</source>
        <translation>Instandhaltung informieren: Treiber startet neu.</translation>
    </message>
    <message>
        <source>Tell one of them.</source>
        <translation>Dort Bescheid geben.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test it before or after this step.</source>
        <translation>Vor oder nach diesem Schritt testen.</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>Testetikett</translation>
    </message>
    <message>
        <source>Test of {device}</source>
        <translation>Test von {device}</translation>
    </message>
    <message>
        <source>Test the address first.</source>
        <translation>Erst die Adresse testen.</translation>
    </message>
    <message>
        <source>Test the device</source>
        <translation>Gerät testen</translation>
    </message>
    <message>
        <source>Text in {language}</source>
        <translation>Text auf: {language}</translation>
    </message>
    <message>
        <source>That command means nothing here.</source>
        <translation>Dieser Befehl bedeutet hier nichts.</translation>
    </message>
    <message>
        <source>That was at {since}. Nothing was changed.</source>
        <translation>Das war um {since}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The PDF could not be kept.</source>
        <translation>Das PDF konnte nicht abgelegt werden.</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>Die PIN ist falsch.</translation>
    </message>
    <message>
        <source>The bill does not name this part.</source>
        <translation>Die Stückliste nennt dieses Teil nicht.</translation>
    </message>
    <message>
        <source>The bypass is not for this step.</source>
        <translation>Die Umgehung gilt nicht für diesen Schritt.</translation>
    </message>
    <message>
        <source>The call is being recorded. It counts only when the time starts.</source>
        <translation>Der Ruf wird aufgezeichnet. Er zählt erst, wenn die Zeit läuft.</translation>
    </message>
    <message>
        <source>The check is done.</source>
        <translation>Die Prüfung ist erledigt.</translation>
    </message>
    <message>
        <source>The check wants {expected}.</source>
        <translation>Die Prüfung verlangt {expected}.</translation>
    </message>
    <message>
        <source>The code came with small and large letters swapped. Nothing was taken.</source>
        <translation>Groß und klein waren im Code vertauscht. Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>The code came, {count} characters.</source>
        <translation>Der Code ist da, {count} Zeichen.</translation>
    </message>
    <message>
        <source>The customer agrees</source>
        <translation>Der Kunde stimmt zu</translation>
    </message>
    <message>
        <source>The decision is not recorded.</source>
        <translation>Die Entscheidung ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The decision needs other signatures than it has.</source>
        <translation>Die Entscheidung braucht andere Unterschriften.</translation>
    </message>
    <message>
        <source>The defect is not recorded.</source>
        <translation>Der Fehler ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The device answers, but this does not work: {what}</source>
        <translation>Das Gerät antwortet, aber das geht nicht: {what}</translation>
    </message>
    <message>
        <source>The device answers. Save the address.</source>
        <translation>Das Gerät antwortet. Adresse speichern.</translation>
    </message>
    <message>
        <source>The device does not do its part: {why}</source>
        <translation>Das Gerät tut seinen Teil nicht: {why}</translation>
    </message>
    <message>
        <source>The device has not answered at {value} yet.</source>
        <translation>Das Gerät hat unter {value} noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>The file is written. Records: {count}</source>
        <translation>Die Datei ist geschrieben. Einträge: {count}</translation>
    </message>
    <message>
        <source>The first part begins with the stop. Nothing was changed.</source>
        <translation>Der erste Abschnitt beginnt mit dem Stillstand. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The gate is locked again.</source>
        <translation>Die Absicherung sperrt wieder.</translation>
    </message>
    <message>
        <source>The gate is locked.</source>
        <translation>Die Absicherung sperrt.</translation>
    </message>
    <message>
        <source>The gate is not verified.</source>
        <translation>Die Absicherung ist nicht geprüft.</translation>
    </message>
    <message>
        <source>The gate may be bypassed for now</source>
        <translation>Die Absicherung darf vorerst umgangen werden</translation>
    </message>
    <message>
        <source>The gate was tried and works</source>
        <translation>Die Absicherung ist erprobt und wirkt</translation>
    </message>
    <message>
        <source>The gate works</source>
        <translation>Absicherung wirkt</translation>
    </message>
    <message>
        <source>The instruction is not here yet.</source>
        <translation>Die Anweisung ist noch nicht da.</translation>
    </message>
    <message>
        <source>The instruction names no right for leaving it out.</source>
        <translation>Die Anweisung nennt dafür kein Recht.</translation>
    </message>
    <message>
        <source>The label is on the wrong part</source>
        <translation>Das Etikett klebt am falschen Teil</translation>
    </message>
    <message>
        <source>The label may have been printed.</source>
        <translation>Das Etikett wurde vielleicht gedruckt.</translation>
    </message>
    <message>
        <source>The label was not printed.</source>
        <translation>Das Etikett wurde nicht gedruckt.</translation>
    </message>
    <message>
        <source>The list of people may be old: no server since the start.</source>
        <translation>Personenliste vielleicht alt: kein Server seit dem Start.</translation>
    </message>
    <message>
        <source>The list of this plant.</source>
        <translation>Die Liste dieses Werks.</translation>
    </message>
    <message>
        <source>The message is being recorded.</source>
        <translation>Die Nachricht wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>The message is for nobody yet.</source>
        <translation>Die Nachricht ist noch für niemanden.</translation>
    </message>
    <message>
        <source>The message is on its way.</source>
        <translation>Die Nachricht ist unterwegs.</translation>
    </message>
    <message>
        <source>The most similar first, and what came of it.</source>
        <translation>Die ähnlichsten zuerst, und was daraus wurde.</translation>
    </message>
    <message>
        <source>The newest first. A tap opens its card.</source>
        <translation>Das Neueste zuerst. Antippen öffnet die Entscheidung.</translation>
    </message>
    <message>
        <source>The next lot may be taken now.</source>
        <translation>Jetzt darf die nächste Charge genommen werden.</translation>
    </message>
    <message>
        <source>The next {count} units will show if it held.</source>
        <translation>Die nächsten {count} Einheiten zeigen, ob es wirkt.</translation>
    </message>
    <message>
        <source>The oldest first. Tap one to settle it.</source>
        <translation>Das älteste zuerst. Zum Klären antippen.</translation>
    </message>
    <message>
        <source>The one with the blue frame.</source>
        <translation>Die mit dem blauen Rahmen.</translation>
    </message>
    <message>
        <source>The open step of unit {serial} does not take this result.</source>
        <translation>Der offene Schritt von {serial} nimmt dieses Ergebnis nicht.</translation>
    </message>
    <message>
        <source>The operation opens a step that this unit does not have.</source>
        <translation>Der Arbeitsgang öffnet einen Schritt, den diese Einheit nicht hat.</translation>
    </message>
    <message>
        <source>The order is urgent</source>
        <translation>Auftrag ist eilig</translation>
    </message>
    <message>
        <source>The part was added.</source>
        <translation>Das Teil wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The parts do not follow each other.</source>
        <translation>Die Abschnitte folgen nicht aufeinander.</translation>
    </message>
    <message>
        <source>The parts it is built on, with their licences</source>
        <translation>Woraus sie gebaut ist, mit den Lizenzen</translation>
    </message>
    <message>
        <source>The photo is blurred. Hold still and take it again.</source>
        <translation>Das Foto ist unscharf. Stillhalten und neu aufnehmen.</translation>
    </message>
    <message>
        <source>The photo is sharp.</source>
        <translation>Das Foto ist scharf.</translation>
    </message>
    <message>
        <source>The photo was not recorded.</source>
        <translation>Das Foto wurde nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The picture is good: {width} × {height}</source>
        <translation>Das Bild ist gut: {width} × {height}</translation>
    </message>
    <message>
        <source>The place was done again</source>
        <translation>Die Stelle wurde neu gemacht</translation>
    </message>
    <message>
        <source>The plant counts none of it any more. This part came from elsewhere.</source>
        <translation>Das Werk zählt nichts mehr davon. Dieses Teil kam anderswoher.</translation>
    </message>
    <message>
        <source>The plant does not let it be put off.</source>
        <translation>Das Werk erlaubt kein Verschieben.</translation>
    </message>
    <message>
        <source>The plant has taken it back.</source>
        <translation>Das Werk hat sie zurückgenommen.</translation>
    </message>
    <message>
        <source>The plant keeps people and their rights. The server sends them.</source>
        <translation>Das Werk führt Personen und Rechte. Der Server sendet sie.</translation>
    </message>
    <message>
        <source>The plant lets nobody leave it out.</source>
        <translation>Das Werk erlaubt kein Auslassen.</translation>
    </message>
    <message>
        <source>The plant took it back, or moved it.</source>
        <translation>Das Werk hat sie zurückgezogen oder verlegt.</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>Der Grund fehlt.</translation>
    </message>
    <message>
        <source>The record of this check is not here.</source>
        <translation>Die Aufzeichnung dieser Prüfung ist nicht hier.</translation>
    </message>
    <message>
        <source>The report has no words yet.</source>
        <translation>Die Meldung hat noch keine Worte.</translation>
    </message>
    <message>
        <source>The rework has no step.</source>
        <translation>Die Nacharbeit hat keinen Schritt.</translation>
    </message>
    <message>
        <source>The scan changed nothing.</source>
        <translation>Der Scan hat nichts geändert.</translation>
    </message>
    <message>
        <source>The scan has no end.</source>
        <translation>Der Scan hat kein Ende.</translation>
    </message>
    <message>
        <source>The scanner sent {count} characters, then nothing. Nothing was taken.</source>
        <translation>Der Scanner sandte {count} Zeichen, dann nichts. Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>The scanner types as {scanner}, this PC reads as {pc}. Nothing was taken.</source>
        <translation>Der Scanner tippt als {scanner}, dieser PC liest als {pc}. Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>The scanner’s keyboard layout seems to differ.</source>
        <translation>Die Tastatur des Scanners scheint anders zu sein.</translation>
    </message>
    <message>
        <source>The screen had just changed.</source>
        <translation>Das Bild hatte gerade gewechselt.</translation>
    </message>
    <message>
        <source>The server answers, but confirms nothing.</source>
        <translation>Der Server antwortet, bestätigt aber nichts.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>Der Server ist beschäftigt.</translation>
    </message>
    <message>
        <source>The server is older than this station.</source>
        <translation>Der Server ist älter als diese Station.</translation>
    </message>
    <message>
        <source>The server refuses this station.</source>
        <translation>Der Server lehnt diese Station ab.</translation>
    </message>
    <message>
        <source>The server takes no more records under this enrolment.</source>
        <translation>Der Server nimmt unter dieser Registrierung nichts mehr an.</translation>
    </message>
    <message>
        <source>The server’s certificate is not valid.</source>
        <translation>Das Zertifikat des Servers ist nicht gültig.</translation>
    </message>
    <message>
        <source>The setting was not saved.</source>
        <translation>Die Einstellung wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The station answered “{code}”.</source>
        <translation>Die Station meldet „{code}“.</translation>
    </message>
    <message>
        <source>The station does not read compressed GS1 links. Nothing was recorded.</source>
        <translation>Die Station liest keine komprimierten GS1-Links. Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>The station finds its order and the right instructions.</source>
        <translation>Die Station findet Auftrag und Anweisung dazu.</translation>
    </message>
    <message>
        <source>The station goes on while this is done.</source>
        <translation>Die Station läuft dabei weiter.</translation>
    </message>
    <message>
        <source>The station lists its newest stops. Nothing was changed.</source>
        <translation>Die Station nennt ihre neuesten Stillstände. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The station opens its records.</source>
        <translation>Die Station öffnet ihre Aufzeichnung.</translation>
    </message>
    <message>
        <source>The station starts.</source>
        <translation>Die Station startet.</translation>
    </message>
    <message>
        <source>The stick is gone.</source>
        <translation>Der Stick ist weg.</translation>
    </message>
    <message>
        <source>The stop was shorter.</source>
        <translation>Der Stillstand war kürzer.</translation>
    </message>
    <message>
        <source>The system says: {reason}. The handover itself is not touched.</source>
        <translation>Das System meldet: {reason}. Die Übergabe selbst ist davon nicht berührt.</translation>
    </message>
    <message>
        <source>The team lead is called.</source>
        <translation>Die Teamleitung ist gerufen.</translation>
    </message>
    <message>
        <source>The team lead sees it with order, unit and step.</source>
        <translation>Die Teamleitung sieht es mit Auftrag, Einheit und Schritt.</translation>
    </message>
    <message>
        <source>The test label is printed.</source>
        <translation>Das Testetikett ist gedruckt.</translation>
    </message>
    <message>
        <source>The tool is locked until you have seen this.</source>
        <translation>Das Werkzeug ist gesperrt, bis Sie es gesehen haben.</translation>
    </message>
    <message>
        <source>The tool is locked.</source>
        <translation>Das Werkzeug ist gesperrt.</translation>
    </message>
    <message>
        <source>The tool says the same torque again and again</source>
        <translation>Das Werkzeug meldet immer dasselbe Drehmoment</translation>
    </message>
    <message>
        <source>The tool was not released for it. It is kept; do this place again.</source>
        <translation>Das Werkzeug war nicht freigegeben. Es bleibt erhalten; Stelle wiederholen.</translation>
    </message>
    <message>
        <source>The tool was not released for it. Whose is it?</source>
        <translation>Das Werkzeug war nicht dafür freigegeben. Wohin gehört es?</translation>
    </message>
    <message>
        <source>The value came.</source>
        <translation>Der Wert ist da.</translation>
    </message>
    <message>
        <source>The values are not stable enough yet.</source>
        <translation>Die Werte sind noch nicht stabil genug.</translation>
    </message>
    <message>
        <source>The work goes on. It is recorded, and quality will look at it.</source>
        <translation>Die Arbeit geht weiter. Es ist aufgezeichnet, die Qualität sieht es an.</translation>
    </message>
    <message>
        <source>Then a second person signs: “{meaning}”</source>
        <translation>Dann unterschreibt eine zweite Person: „{meaning}“</translation>
    </message>
    <message>
        <source>Then say so in the list.</source>
        <translation>Dann in der Liste melden.</translation>
    </message>
    <message>
        <source>Then say so: tap “Open defects”.</source>
        <translation>Dann melden: „Offene Fehler“ antippen.</translation>
    </message>
    <message>
        <source>Then scan the label of the box.</source>
        <translation>Dann das Etikett der Kiste scannen.</translation>
    </message>
    <message>
        <source>There is no label printer here.</source>
        <translation>Hier gibt es keinen Etikettendrucker.</translation>
    </message>
    <message>
        <source>There is no order for this station.</source>
        <translation>Es gibt keinen Auftrag für diese Station.</translation>
    </message>
    <message>
        <source>There is no photo yet.</source>
        <translation>Es gibt noch kein Foto.</translation>
    </message>
    <message>
        <source>There is no picture here. Choose the place by its name.</source>
        <translation>Hier gibt es kein Bild. Die Stelle mit Namen wählen.</translation>
    </message>
    <message>
        <source>There is no record. {owner}: {action}</source>
        <translation>Es gibt keinen Nachweis. {owner}: {action}</translation>
    </message>
    <message>
        <source>There is no such device.</source>
        <translation>Dieses Gerät gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no unit to label.</source>
        <translation>Es gibt keine Einheit zu etikettieren.</translation>
    </message>
    <message>
        <source>There is nothing on the picture.</source>
        <translation>Auf dem Bild ist nichts zu sehen.</translation>
    </message>
    <message>
        <source>There is nothing to acknowledge.</source>
        <translation>Es gibt nichts zu quittieren.</translation>
    </message>
    <message>
        <source>There is nothing to decide about, or it was decided already.</source>
        <translation>Es gibt nichts zu entscheiden, oder es ist schon entschieden.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>There is nothing to verify.</source>
        <translation>Es gibt nichts zu prüfen.</translation>
    </message>
    <message>
        <source>These are too many.</source>
        <translation>Das sind zu viele.</translation>
    </message>
    <message>
        <source>They can be done at any time.</source>
        <translation>Sie sind jederzeit möglich.</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>Dieser PC</translation>
    </message>
    <message>
        <source>This address cannot be used: {why}</source>
        <translation>Diese Adresse geht nicht: {why}</translation>
    </message>
    <message>
        <source>This badge is not known here.</source>
        <translation>Dieser Ausweis ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>This call is closed.</source>
        <translation>Dieser Ruf ist beendet.</translation>
    </message>
    <message>
        <source>This call of {station} is not yours.</source>
        <translation>Dieser Ruf von {station} gilt nicht Ihnen.</translation>
    </message>
    <message>
        <source>This cannot be changed here.</source>
        <translation>Das ist hier nicht änderbar.</translation>
    </message>
    <message>
        <source>This cannot be stopped.</source>
        <translation>Das lässt sich nicht anhalten.</translation>
    </message>
    <message>
        <source>This check goes on: {check}</source>
        <translation>Diese Prüfung läuft noch: {check}</translation>
    </message>
    <message>
        <source>This check is for others.</source>
        <translation>Diese Prüfung machen andere.</translation>
    </message>
    <message>
        <source>This check is not due.</source>
        <translation>Diese Prüfung ist nicht fällig.</translation>
    </message>
    <message>
        <source>This check is not for this station.</source>
        <translation>Diese Prüfung ist nicht für diese Station.</translation>
    </message>
    <message>
        <source>This check is not left out.</source>
        <translation>Diese Prüfung wird nicht ausgelassen.</translation>
    </message>
    <message>
        <source>This check may not wait.</source>
        <translation>Diese Prüfung darf nicht warten.</translation>
    </message>
    <message>
        <source>This code can be two things.</source>
        <translation>Dieser Code kann zweierlei sein.</translation>
    </message>
    <message>
        <source>This code is not known here.</source>
        <translation>Dieser Code ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>This command is not known.</source>
        <translation>Dieser Befehl ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This decision is not known.</source>
        <translation>Diese Entscheidung ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This defect is not open.</source>
        <translation>Dieser Fehler ist nicht offen.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>This is another code.</source>
        <translation>Das ist ein anderer Code.</translation>
    </message>
    <message>
        <source>This is confirmed with your badge.</source>
        <translation>Das wird mit dem Ausweis bestätigt.</translation>
    </message>
    <message>
        <source>This is going on already.</source>
        <translation>Das läuft schon.</translation>
    </message>
    <message>
        <source>This is not a part label.</source>
        <translation>Das ist kein Teileetikett.</translation>
    </message>
    <message>
        <source>This is not possible here.</source>
        <translation>Das ist hier nicht möglich.</translation>
    </message>
    <message>
        <source>This is somebody else.</source>
        <translation>Das ist jemand anderes.</translation>
    </message>
    <message>
        <source>This is the record of another station.</source>
        <translation>Das ist die Aufzeichnung einer anderen Station.</translation>
    </message>
    <message>
        <source>This is the same person.</source>
        <translation>Das ist dieselbe Person.</translation>
    </message>
    <message>
        <source>This label cannot be read completely.</source>
        <translation>Dieses Etikett ist nicht vollständig lesbar.</translation>
    </message>
    <message>
        <source>This label has no lot.</source>
        <translation>Dieses Etikett hat keine Charge.</translation>
    </message>
    <message>
        <source>This label has no serial number.</source>
        <translation>Dieses Etikett hat keine Seriennummer.</translation>
    </message>
    <message>
        <source>This line changes when the station has kept it.</source>
        <translation>Diese Zeile ändert sich, sobald die Station es gespeichert hat.</translation>
    </message>
    <message>
        <source>This line is settled already.</source>
        <translation>Dieser Prüfpunkt ist schon geklärt.</translation>
    </message>
    <message>
        <source>This link is compressed.</source>
        <translation>Dieser Link ist komprimiert.</translation>
    </message>
    <message>
        <source>This needs your badge. It is your signature.</source>
        <translation>Hier braucht es Ihren Ausweis. Er ist Ihre Unterschrift.</translation>
    </message>
    <message>
        <source>This part is in the bill.</source>
        <translation>Dieses Teil steht in der Stückliste.</translation>
    </message>
    <message>
        <source>This photo must come from it. Maintenance adds it to the configuration.</source>
        <translation>Das Foto muss von dort kommen. Die Instandhaltung richtet sie ein.</translation>
    </message>
    <message>
        <source>This picture has not come down from the plant yet.</source>
        <translation>Dieses Bild ist noch nicht vom Werk angekommen.</translation>
    </message>
    <message>
        <source>This place is not in this step.</source>
        <translation>Diese Stelle gehört nicht zu diesem Schritt.</translation>
    </message>
    <message>
        <source>This plant takes no typed number of the {component}.</source>
        <translation>Dieses Werk nimmt keine getippte Nummer an: {component}.</translation>
    </message>
    <message>
        <source>This result waits no longer, or none was chosen.</source>
        <translation>Dieses Ergebnis wartet nicht mehr, oder keines war gewählt.</translation>
    </message>
    <message>
        <source>This screen has no button for it. The scan changed nothing.</source>
        <translation>Hier gibt es dafür keine Taste. Der Scan hat nichts geändert.</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>Diese Station</translation>
    </message>
    <message>
        <source>This station has no checks.</source>
        <translation>Diese Station hat keine Prüfungen.</translation>
    </message>
    <message>
        <source>This station has not stopped of late.</source>
        <translation>Diese Station stand in letzter Zeit nicht.</translation>
    </message>
    <message>
        <source>This station is enrolled. For another server, enrol it again.</source>
        <translation>Diese Station ist registriert. Für einen anderen Server neu registrieren.</translation>
    </message>
    <message>
        <source>This station is not enrolled at a server.</source>
        <translation>Diese Station ist bei keinem Server registriert.</translation>
    </message>
    <message>
        <source>This station knows none.</source>
        <translation>Diese Station kennt keine.</translation>
    </message>
    <message>
        <source>This station’s history differs from the server’s.</source>
        <translation>Der Verlauf dieser Station weicht vom Server ab.</translation>
    </message>
    <message>
        <source>This station’s program runs already.</source>
        <translation>Das Programm dieser Station läuft schon.</translation>
    </message>
    <message>
        <source>This station’s software is too old for its record.</source>
        <translation>Die Software der Station ist zu alt für ihre Aufzeichnung.</translation>
    </message>
    <message>
        <source>This station’s software is too old for its server.</source>
        <translation>Die Software der Station ist zu alt für den Server.</translation>
    </message>
    <message>
        <source>This step asks for no photo.</source>
        <translation>Dieser Schritt verlangt kein Foto.</translation>
    </message>
    <message>
        <source>This step by its alternative</source>
        <translation>Dieser Schritt als Ersatzverfahren</translation>
    </message>
    <message>
        <source>This step cannot be left out.</source>
        <translation>Dieser Schritt kann nicht ausgelassen werden.</translation>
    </message>
    <message>
        <source>This step has a failed result.</source>
        <translation>Dieser Schritt hat ein Fehlergebnis.</translation>
    </message>
    <message>
        <source>This step is not done yet.</source>
        <translation>Dieser Schritt ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>This step is over.</source>
        <translation>Dieser Schritt ist vorbei.</translation>
    </message>
    <message>
        <source>This step needs the {component}.</source>
        <translation>Dieser Schritt braucht: {component}.</translation>
    </message>
    <message>
        <source>This stop has a reason already.</source>
        <translation>Dieser Stillstand hat schon einen Grund.</translation>
    </message>
    <message>
        <source>This stop is corrected by others.</source>
        <translation>Diesen Stillstand korrigieren andere.</translation>
    </message>
    <message>
        <source>This stop is not listed here.</source>
        <translation>Dieser Stillstand ist hier nicht gelistet.</translation>
    </message>
    <message>
        <source>This unit only</source>
        <translation>Nur diese Einheit</translation>
    </message>
    <message>
        <source>This value is not possible.</source>
        <translation>Dieser Wert ist nicht möglich.</translation>
    </message>
    <message>
        <source>This value must come from it. Maintenance adds it to the configuration.</source>
        <translation>Der Wert muss von dort kommen. Die Instandhaltung richtet es ein.</translation>
    </message>
    <message>
        <source>This value must come from the gauge.</source>
        <translation>Dieser Wert muss vom Messgerät kommen.</translation>
    </message>
    <message>
        <source>This value must come from the gauge. Check cable and power; it keeps trying.</source>
        <translation>Der Wert muss vom Messgerät kommen. Kabel und Strom prüfen; Versuch läuft.</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Gewinde</translation>
    </message>
    <message>
        <source>Thread dirty</source>
        <translation>Gewinde schmutzig</translation>
    </message>
    <message>
        <source>Tick each line, then take over.</source>
        <translation>Jede Zeile anhaken, dann übernehmen.</translation>
    </message>
    <message>
        <source>Tick when seen</source>
        <translation>Anhaken, wenn gesehen</translation>
    </message>
    <message>
        <source>Tightening</source>
        <translation>Verschraubung</translation>
    </message>
    <message>
        <source>Tiles and lists: choice {number}, in reading order.</source>
        <translation>Kacheln und Listen: Wahl {number}, in Leserichtung.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>To be done: {count}</source>
        <translation>Zu erledigen: {count}</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>To decide: {count}</source>
        <translation>Zu entscheiden: {count}</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>To look at only. A technician may change them.</source>
        <translation>Nur zum Ansehen. Ein Techniker darf ändern.</translation>
    </message>
    <message>
        <source>To look at only. Ask {who}.</source>
        <translation>Nur zum Ansehen. Fragen: {who}.</translation>
    </message>
    <message>
        <source>To the signatures</source>
        <translation>Zu den Unterschriften</translation>
    </message>
    <message>
        <source>To try it</source>
        <translation>Zum Ausprobieren</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>Morgen {time}</translation>
    </message>
    <message>
        <source>Tones for OK, NOK and attention</source>
        <translation>Töne für OK, NOK und Achtung</translation>
    </message>
    <message>
        <source>Too few cases · last {time}</source>
        <translation>Zu wenige Fälle · zuletzt {time}</translation>
    </message>
    <message>
        <source>Too many failed tries.</source>
        <translation>Zu viele Fehlversuche.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Zu viele falsche PINs.</translation>
    </message>
    <message>
        <source>Too rare</source>
        <translation>Zu selten</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Tool broken</source>
        <translation>Werkzeug defekt</translation>
    </message>
    <message>
        <source>Tool locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Tool lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Tool not available</source>
        <translation>Werkzeug fehlt</translation>
    </message>
    <message>
        <source>Tool not locked</source>
        <translation>Nicht gesperrt</translation>
    </message>
    <message>
        <source>Tool or gauge not there</source>
        <translation>Werkzeug oder Messgerät fehlt</translation>
    </message>
    <message>
        <source>Tool ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Tool released</source>
        <translation>Werkzeug freigegeben</translation>
    </message>
    <message>
        <source>Tool replaced: {name}</source>
        <translation>Werkzeug ersetzt: {name}</translation>
    </message>
    <message>
        <source>Tool {name}</source>
        <translation>Werkzeug {name}</translation>
    </message>
    <message>
        <source>Tool {tool} is not set up here.</source>
        <translation>Werkzeug {tool} ist hier nicht eingerichtet.</translation>
    </message>
    <message>
        <source>Tool {tool} was locked.</source>
        <translation>Werkzeug {tool} wurde gesperrt.</translation>
    </message>
    <message>
        <source>Torque</source>
        <translation>Drehmoment</translation>
    </message>
    <message>
        <source>Torque over angle</source>
        <translation>Drehmoment über Winkel</translation>
    </message>
    <message>
        <source>Torque tool</source>
        <translation>Schrauber</translation>
    </message>
    <message>
        <source>Train others</source>
        <translation>Andere einarbeiten</translation>
    </message>
    <message>
        <source>Trained by {name}</source>
        <translation>Trainer {name}</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Trainer</translation>
    </message>
    <message>
        <source>Trainer signs</source>
        <translation>Trainer unterschreibt</translation>
    </message>
    <message>
        <source>Trainer: scan your badge</source>
        <translation>Trainer: Ausweis scannen</translation>
    </message>
    <message>
        <source>Trainers here</source>
        <translation>Trainer hier</translation>
    </message>
    <message>
        <source>Training ended</source>
        <translation>Einarbeitung beendet</translation>
    </message>
    <message>
        <source>Training started</source>
        <translation>Einarbeitung begonnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again, or scan your badge.</source>
        <translation>Erneut versuchen oder Ausweis scannen.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try the gate as it says above.</source>
        <translation>Absicherung erproben wie oben beschrieben.</translation>
    </message>
    <message>
        <source>Try {number} of {total}. {more}</source>
        <translation>Versuch {number} von {total}. {more}</translation>
    </message>
    <message>
        <source>Two code patterns of the plant read it differently. Nothing was recorded.</source>
        <translation>Zwei Codemuster des Werks lesen ihn verschieden. Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>Type label</source>
        <translation>Etikett tippen</translation>
    </message>
    <message>
        <source>Type the address</source>
        <translation>Adresse eingeben</translation>
    </message>
    <message>
        <source>Type the value</source>
        <translation>Wert eingeben</translation>
    </message>
    <message>
        <source>Typed values end alike</source>
        <translation>Getippte Werte enden gleich</translation>
    </message>
    <message>
        <source>Typed, it proves nothing: the record says so.</source>
        <translation>Getippt weist es nichts nach: so steht es in der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Typed, not measured: {where}</source>
        <translation>Getippt, nicht gemessen: {where}</translation>
    </message>
    <message>
        <source>USB stick {name}</source>
        <translation>USB-Stick {name}</translation>
    </message>
    <message>
        <source>Unassigned results: {count}</source>
        <translation>Offene Ergebnisse: {count}</translation>
    </message>
    <message>
        <source>Uncover the lens of {device}, or switch the light on. Then try again.</source>
        <translation>Objektiv von {device} freimachen oder Licht an. Erneut versuchen.</translation>
    </message>
    <message>
        <source>Undo scan</source>
        <translation>Scan zurücknehmen</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unit done</source>
        <translation>Einheit fertig</translation>
    </message>
    <message>
        <source>Unit left</source>
        <translation>Einheit verlassen</translation>
    </message>
    <message>
        <source>Unit on hold</source>
        <translation>Einheit gesperrt</translation>
    </message>
    <message>
        <source>Unit started</source>
        <translation>Einheit begonnen</translation>
    </message>
    <message>
        <source>Unit taken up again</source>
        <translation>Einheit wieder aufgenommen</translation>
    </message>
    <message>
        <source>Unit {open} is in work now, and not {serial}.</source>
        <translation>In Arbeit ist jetzt Einheit {open}, nicht {serial}.</translation>
    </message>
    <message>
        <source>Unit {serial}</source>
        <translation>Einheit {serial}</translation>
    </message>
    <message>
        <source>Unit {serial} and its tool stay locked until a person ends it.</source>
        <translation>Einheit {serial} und Werkzeug bleiben gesperrt, bis eine Person es beendet.</translation>
    </message>
    <message>
        <source>Unit {serial} belongs to no order here.</source>
        <translation>Einheit {serial} gehört hier zu keinem Auftrag.</translation>
    </message>
    <message>
        <source>Unit {serial} belongs to order {order}.</source>
        <translation>Einheit {serial} gehört zu Auftrag {order}.</translation>
    </message>
    <message>
        <source>Unit {serial} cannot start without a released order.</source>
        <translation>Einheit {serial} braucht einen freigegebenen Auftrag.</translation>
    </message>
    <message>
        <source>Unit {serial} does not take this result.</source>
        <translation>Einheit {serial} nimmt dieses Ergebnis nicht.</translation>
    </message>
    <message>
        <source>Unit {serial} goes back.</source>
        <translation>Einheit {serial} geht zurück.</translation>
    </message>
    <message>
        <source>Unit {serial} has no {place}.</source>
        <translation>Einheit {serial} hat nicht: {place}.</translation>
    </message>
    <message>
        <source>Unit {serial} has open defects.</source>
        <translation>Einheit {serial} hat offene Fehler.</translation>
    </message>
    <message>
        <source>Unit {serial} has something that was not conceded.</source>
        <translation>Einheit {serial} hat etwas, das nicht freigegeben ist.</translation>
    </message>
    <message>
        <source>Unit {serial} is at {station}, step {number}: {step}.</source>
        <translation>Einheit {serial} ist an {station}, Schritt {number}: {step}.</translation>
    </message>
    <message>
        <source>Unit {serial} is finished already.</source>
        <translation>Einheit {serial} ist schon fertig.</translation>
    </message>
    <message>
        <source>Unit {serial} is finished.</source>
        <translation>Einheit {serial} ist fertig.</translation>
    </message>
    <message>
        <source>Unit {serial} is not held.</source>
        <translation>Einheit {serial} ist nicht gesperrt.</translation>
    </message>
    <message>
        <source>Unit {serial} is not of order {order}.</source>
        <translation>Einheit {serial} gehört nicht zu Auftrag {order}.</translation>
    </message>
    <message>
        <source>Unit {serial} is not ready for this order.</source>
        <translation>Einheit {serial} ist für diesen Auftrag nicht bereit.</translation>
    </message>
    <message>
        <source>Unit {serial} is number {number} of {of}. It is marked in its record.</source>
        <translation>Einheit {serial} ist Nummer {number} von {of}. Das steht in ihrer Aufzeichnung.</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold at {station}.</source>
        <translation>Einheit {serial} ist an {station} gesperrt.</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold.</source>
        <translation>Einheit {serial} ist gesperrt.</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold: not provable.</source>
        <translation>Einheit {serial} ist gesperrt: nicht nachweisbar.</translation>
    </message>
    <message>
        <source>Unit {serial} is open at another station.</source>
        <translation>Einheit {serial} ist an einer anderen Station offen.</translation>
    </message>
    <message>
        <source>Unit {serial} is scrapped.</source>
        <translation>Einheit {serial} ist Ausschuss.</translation>
    </message>
    <message>
        <source>Unit {serial} stands at step {number}: {step}.</source>
        <translation>Einheit {serial} steht bei Schritt {number}: {step}.</translation>
    </message>
    <message>
        <source>Unit {serial} stays locked until a person ends it.</source>
        <translation>Einheit {serial} bleibt gesperrt, bis eine Person es beendet.</translation>
    </message>
    <message>
        <source>Unit {serial} waits, exactly as it was left.</source>
        <translation>Einheit {serial} wartet, genau wie verlassen.</translation>
    </message>
    <message>
        <source>Unit {serial} was finished at {station}.</source>
        <translation>Einheit {serial} wurde an {station} fertig.</translation>
    </message>
    <message>
        <source>Unit {serial} was not begun here.</source>
        <translation>Einheit {serial} wurde hier nicht begonnen.</translation>
    </message>
    <message>
        <source>Unit {serial} · order {order}</source>
        <translation>Einheit {serial} · Auftrag {order}</translation>
    </message>
    <message>
        <source>Unit {serial}, in work</source>
        <translation>Einheit {serial}, in Arbeit</translation>
    </message>
    <message>
        <source>Unit {serial}: what becomes of it?</source>
        <translation>Einheit {serial}: was wird aus ihr?</translation>
    </message>
    <message>
        <source>Units done of {argument}</source>
        <translation>Fertige Einheiten von {argument}</translation>
    </message>
    <message>
        <source>Units left: {count} · until {time}</source>
        <translation>Noch Einheiten: {count} · bis {time}</translation>
    </message>
    <message>
        <source>Units on hold</source>
        <translation>Gesperrte Einheiten</translation>
    </message>
    <message>
        <source>Units that wait for proof or a decision</source>
        <translation>Warten auf Nachweis oder Entscheidung</translation>
    </message>
    <message>
        <source>Unlike the curves of OK results</source>
        <translation>Anders als Kurven von OK-Ergebnissen</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it in again, then try again.</source>
        <translation>Kamera aus- und wieder einstecken, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Unusual curve</source>
        <translation>Auffällige Kurve</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Use alternative</source>
        <translation>Ersatz verwenden</translation>
    </message>
    <message>
        <source>Use an alternative</source>
        <translation>Ersatz verwenden</translation>
    </message>
    <message>
        <source>Use as is</source>
        <translation>So verwenden</translation>
    </message>
    <message>
        <source>Use as is: what allows it?</source>
        <translation>So verwenden: was erlaubt es?</translation>
    </message>
    <message>
        <source>Use as it is</source>
        <translation>So verwenden</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>Stattdessen nehmen</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Foto verwenden</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Values drift</source>
        <translation>Werte driften</translation>
    </message>
    <message>
        <source>Values still needed: {count}</source>
        <translation>Noch nötige Werte: {count}</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of this station</source>
        <translation>Version dieser Station</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Kurz warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Kurz warten.</translation>
    </message>
    <message>
        <source>Wait for unit {first}.</source>
        <translation>Auf Einheit {first} warten.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it.</source>
        <translation>Warten, bis es fertig ist, oder anhalten.</translation>
    </message>
    <message>
        <source>Wait until the station is synced, then scan again.</source>
        <translation>Warten, bis die Station synchron ist, dann erneut scannen.</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds, or scan your badge.</source>
        <translation>{seconds} Sekunden warten oder Ausweis scannen.</translation>
    </message>
    <message>
        <source>Waited for quality</source>
        <translation>Auf Qualität gewartet</translation>
    </message>
    <message>
        <source>Waited for the line</source>
        <translation>Auf die Linie gewartet</translation>
    </message>
    <message>
        <source>Waiting for device</source>
        <translation>Warten auf Gerät</translation>
    </message>
    <message>
        <source>Waiting for the gauge</source>
        <translation>Warten auf Messgerät</translation>
    </message>
    <message>
        <source>Waiting for the machine</source>
        <translation>Warten auf Maschine</translation>
    </message>
    <message>
        <source>Waiting for the tool</source>
        <translation>Warten auf Werkzeug</translation>
    </message>
    <message>
        <source>Waiting for {place}</source>
        <translation>Warten auf {place}</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Sonderfreigabe</translation>
    </message>
    <message>
        <source>Was it on this unit? Check that place, or press Problem.</source>
        <translation>War es an dieser Einheit? Stelle prüfen oder Problem drücken.</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Watched: {response}</source>
        <translation>Beobachtet: {response}</translation>
    </message>
    <message>
        <source>We run again</source>
        <translation>Läuft wieder</translation>
    </message>
    <message>
        <source>What became of it? {step}</source>
        <translation>Was wurde daraus? {step}</translation>
    </message>
    <message>
        <source>What can I do here?</source>
        <translation>Was kann ich hier tun?</translation>
    </message>
    <message>
        <source>What do you do?</source>
        <translation>Was tun Sie?</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>Was möchten Sie wissen?</translation>
    </message>
    <message>
        <source>What does it undo?</source>
        <translation>Was macht sie rückgängig?</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Was ist es?</translation>
    </message>
    <message>
        <source>What is loosened is to do again. What was recorded stays.</source>
        <translation>Gelöstes ist neu zu machen. Aufgezeichnetes bleibt.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>What is not OK? {step}</source>
        <translation>Was ist nicht OK? {step}</translation>
    </message>
    <message>
        <source>What is not safe?</source>
        <translation>Was ist nicht sicher?</translation>
    </message>
    <message>
        <source>What is recorded cannot be taken back.</source>
        <translation>Aufgezeichnetes lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>What is the problem?</source>
        <translation>Was ist das Problem?</translation>
    </message>
    <message>
        <source>What is to be done on the unit?</source>
        <translation>Was ist an der Einheit zu tun?</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Was ist zu tun?</translation>
    </message>
    <message>
        <source>What is wrong with it?</source>
        <translation>Was stimmt damit nicht?</translation>
    </message>
    <message>
        <source>What is wrong with the instruction?</source>
        <translation>Was stimmt an der Anweisung nicht?</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Was stimmt nicht?</translation>
    </message>
    <message>
        <source>What kind of defect is it?</source>
        <translation>Was für ein Fehler ist es?</translation>
    </message>
    <message>
        <source>What limited you</source>
        <translation>Was Sie einschränkte</translation>
    </message>
    <message>
        <source>What made it safe?</source>
        <translation>Was hat es sicher gemacht?</translation>
    </message>
    <message>
        <source>What should the next shift know?</source>
        <translation>Was soll die nächste Schicht wissen?</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What unit {serial} lacks belongs to none of its steps here.</source>
        <translation>Was Einheit {serial} fehlt, gehört zu keinem ihrer Schritte hier.</translation>
    </message>
    <message>
        <source>What waits to be sent cannot be read.</source>
        <translation>Was auf das Senden wartet, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>What was done before</source>
        <translation>Frühere Maßnahmen</translation>
    </message>
    <message>
        <source>What was it for the first {minutes} min?</source>
        <translation>Was war es in den ersten {minutes} min?</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>Was war es?</translation>
    </message>
    <message>
        <source>What was recorded stays, beside the new one.</source>
        <translation>Das Aufgezeichnete bleibt, neben dem Neuen.</translation>
    </message>
    <message>
        <source>What you accept</source>
        <translation>Was Sie in Kauf nehmen</translation>
    </message>
    <message>
        <source>What you take out stays on record.</source>
        <translation>Herausgenommenes bleibt aufgezeichnet.</translation>
    </message>
    <message>
        <source>When you sign in, your own language is shown.</source>
        <translation>Nach der Anmeldung gilt Ihre eigene Sprache.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Where OPC UA clients read our state</source>
        <translation>Wo OPC-UA-Clients den Zustand lesen</translation>
    </message>
    <message>
        <source>Where does this number come from?</source>
        <translation>Woher kommt diese Zahl?</translation>
    </message>
    <message>
        <source>Where from?</source>
        <translation>Woher?</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>Wo ist es?</translation>
    </message>
    <message>
        <source>Which lot is it? {component}</source>
        <translation>Welche Charge ist es? {component}</translation>
    </message>
    <message>
        <source>Which part number is it? {component}</source>
        <translation>Welche Teilenummer ist es? {component}</translation>
    </message>
    <message>
        <source>Which serial number is it? {component}</source>
        <translation>Welche Seriennummer ist es? {component}</translation>
    </message>
    <message>
        <source>Which unit is on the fixture?</source>
        <translation>Welche Einheit ist in der Vorrichtung?</translation>
    </message>
    <message>
        <source>Who builds a product</source>
        <translation>Wer ein Produkt baut</translation>
    </message>
    <message>
        <source>Who fits a part</source>
        <translation>Wer ein Teil verbaut</translation>
    </message>
    <message>
        <source>Who has a skill</source>
        <translation>Mit Qualifikation</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>Für wen ist sie?</translation>
    </message>
    <message>
        <source>Who works here now</source>
        <translation>Wer jetzt hier arbeitet</translation>
    </message>
    <message>
        <source>Who works on an order</source>
        <translation>Wer an einem Auftrag ist</translation>
    </message>
    <message>
        <source>Whoever takes over has to have seen each open thing.</source>
        <translation>Wer übernimmt, muss jeden offenen Punkt gesehen haben.</translation>
    </message>
    <message>
        <source>Why blocked?</source>
        <translation>Warum gesperrt?</translation>
    </message>
    <message>
        <source>Why did the station stop?</source>
        <translation>Warum stand die Station?</translation>
    </message>
    <message>
        <source>Why do you change this? {setting}</source>
        <translation>Warum ändern Sie das? {setting}</translation>
    </message>
    <message>
        <source>Why does it come out? {name}</source>
        <translation>Warum kommt es heraus? {name}</translation>
    </message>
    <message>
        <source>Why is SN {serial} accepted without proof?</source>
        <translation>Warum wird SN {serial} ohne Nachweis angenommen?</translation>
    </message>
    <message>
        <source>Why is a part added?</source>
        <translation>Warum wird ein Teil hinzugefügt?</translation>
    </message>
    <message>
        <source>Why is it left out? {step}</source>
        <translation>Warum wird sie ausgelassen? {step}</translation>
    </message>
    <message>
        <source>Why is it put off? {step}</source>
        <translation>Warum wird sie verschoben? {step}</translation>
    </message>
    <message>
        <source>Why is it reworked?</source>
        <translation>Warum wird nachgearbeitet?</translation>
    </message>
    <message>
        <source>Why is the gate bypassed?</source>
        <translation>Warum wird die Absicherung umgangen?</translation>
    </message>
    <message>
        <source>Why is this blocked?</source>
        <translation>Warum ist das gesperrt?</translation>
    </message>
    <message>
        <source>Why, and at what price</source>
        <translation>Warum, und zu welchem Preis</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>With a trainer you can work all the same.</source>
        <translation>Mit Trainer können Sie trotzdem arbeiten.</translation>
    </message>
    <message>
        <source>With {names}</source>
        <translation>Mit {names}</translation>
    </message>
    <message>
        <source>Without a photo</source>
        <translation>Ohne Foto</translation>
    </message>
    <message>
        <source>Without a reason nothing was recorded.</source>
        <translation>Ohne Grund wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Work goes on without the server. All records are kept safe.</source>
        <translation>Die Arbeit geht ohne Server weiter. Alles bleibt gesichert.</translation>
    </message>
    <message>
        <source>Work needs {device} now.</source>
        <translation>Die Arbeit braucht {device} jetzt.</translation>
    </message>
    <message>
        <source>Work with a trainer: press Trainer signs.</source>
        <translation>Mit Trainer arbeiten: „Trainer unterschreibt“ drücken.</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Works without it</source>
        <translation>Geht auch ohne</translation>
    </message>
    <message>
        <source>Worn bit</source>
        <translation>Bit verschlissen</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>Hier schreiben</translation>
    </message>
    <message>
        <source>Write to the stations</source>
        <translation>An Stationen schreiben</translation>
    </message>
    <message>
        <source>Wrong part</source>
        <translation>Falsches Teil</translation>
    </message>
    <message>
        <source>Wrong part fitted</source>
        <translation>Falsches Teil verbaut</translation>
    </message>
    <message>
        <source>Wrong part in it</source>
        <translation>Falsches Teil darin</translation>
    </message>
    <message>
        <source>Wrong scan</source>
        <translation>Falscher Scan</translation>
    </message>
    <message>
        <source>Wrong screw</source>
        <translation>Falsche Schraube</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>You answer for the work of {name}.</source>
        <translation>Sie verantworten die Arbeit von {name}.</translation>
    </message>
    <message>
        <source>You can go back to work. This goes on by itself.</source>
        <translation>Sie können weiterarbeiten. Es läuft von selbst weiter.</translation>
    </message>
    <message>
        <source>You chose {order}, and it lists its units.</source>
        <translation>Gewählt ist {order}, und der nennt seine Einheiten.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Das dürfen Sie nicht.</translation>
    </message>
    <message>
        <source>You may not leave this step out.</source>
        <translation>Sie dürfen diesen Schritt nicht auslassen.</translation>
    </message>
    <message>
        <source>You may not work here.</source>
        <translation>Sie dürfen hier nicht arbeiten.</translation>
    </message>
    <message>
        <source>You said {count}. In it: {fitted}.</source>
        <translation>Eingegeben: {count}. Darin: {fitted}.</translation>
    </message>
    <message>
        <source>You said {count}. Still missing of the {component}: {missing}.</source>
        <translation>Eingegeben: {count}. Noch nötig, {component}: {missing}.</translation>
    </message>
    <message>
        <source>You scanned</source>
        <translation>Gescannt</translation>
    </message>
    <message>
        <source>You scanned before you could read it. The scan changed nothing.</source>
        <translation>Gescannt, bevor es zu lesen war. Der Scan hat nichts geändert.</translation>
    </message>
    <message>
        <source>You scanned its label, but unit {open} is open here.</source>
        <translation>Ihr Etikett wurde gescannt, aber Einheit {open} ist hier offen.</translation>
    </message>
    <message>
        <source>You scanned {serial}, but {open} is still open here.</source>
        <translation>Gescannt wurde {serial}, aber {open} ist hier noch offen.</translation>
    </message>
    <message>
        <source>You sign what {name} did.</source>
        <translation>Sie unterschreiben die Arbeit von {name}.</translation>
    </message>
    <message>
        <source>You sign: “{meaning}”</source>
        <translation>Sie unterschreiben: „{meaning}“</translation>
    </message>
    <message>
        <source>You were here until {time}.</source>
        <translation>Sie waren hier bis {time}.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Your answer helps the next time.</source>
        <translation>Ihre Antwort hilft beim nächsten Mal.</translation>
    </message>
    <message>
        <source>Your answer is recorded with your name.</source>
        <translation>Ihre Antwort wird mit Ihrem Namen aufgezeichnet.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Ihre Nummer</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Sie sind dran</translation>
    </message>
    <message>
        <source>Your words stay in the record of the unit.</source>
        <translation>Ihre Worte bleiben in der Aufzeichnung der Einheit.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>angle from snug</source>
        <translation>Winkel ab Fügemoment</translation>
    </message>
    <message>
        <source>angle too large</source>
        <translation>Winkel zu groß</translation>
    </message>
    <message>
        <source>angle too small</source>
        <translation>Winkel zu klein</translation>
    </message>
    <message>
        <source>as the server’s</source>
        <translation>wie die Serverzeit</translation>
    </message>
    <message>
        <source>at {place}</source>
        <translation>an {place}</translation>
    </message>
    <message>
        <source>at {station}</source>
        <translation>an {station}</translation>
    </message>
    <message>
        <source>beyond the limits</source>
        <translation>außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>bronze</source>
        <translation>Bronze</translation>
    </message>
    <message>
        <source>check what replaced the step</source>
        <translation>prüfen, was den Schritt ersetzt hat</translation>
    </message>
    <message>
        <source>contradicts another decision</source>
        <translation>widerspricht anderer Entscheidung</translation>
    </message>
    <message>
        <source>decide about it</source>
        <translation>darüber entscheiden</translation>
    </message>
    <message>
        <source>decide about the defect</source>
        <translation>über den Fehler entscheiden</translation>
    </message>
    <message>
        <source>expires {date}</source>
        <translation>haltbar bis {date}</translation>
    </message>
    <message>
        <source>final torque</source>
        <translation>Enddrehmoment</translation>
    </message>
    <message>
        <source>for {age}</source>
        <translation>seit {age}</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>Messgerät</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>have it measured with a valid gauge</source>
        <translation>mit gültigem Messgerät messen lassen</translation>
    </message>
    <message>
        <source>have it scanned or measured, not typed</source>
        <translation>scannen oder messen lassen, nicht tippen</translation>
    </message>
    <message>
        <source>have the part scanned</source>
        <translation>Teil scannen lassen</translation>
    </message>
    <message>
        <source>have the photo taken</source>
        <translation>Foto aufnehmen lassen</translation>
    </message>
    <message>
        <source>have the step done again</source>
        <translation>Schritt wiederholen lassen</translation>
    </message>
    <message>
        <source>have the step signed</source>
        <translation>Schritt unterschreiben lassen</translation>
    </message>
    <message>
        <source>heard {age} ago</source>
        <translation>gehört vor {age}</translation>
    </message>
    <message>
        <source>held in {count} of {total}</source>
        <translation>wirksam in {count} von {total}</translation>
    </message>
    <message>
        <source>highest torque</source>
        <translation>höchstes Drehmoment</translation>
    </message>
    <message>
        <source>highest torque of program step {step}</source>
        <translation>höchstes Drehmoment in Programmschritt {step}</translation>
    </message>
    <message>
        <source>it goes on there; here it is begun anew</source>
        <translation>geht dort weiter; hier beginnt sie neu</translation>
    </message>
    <message>
        <source>jumps of torque</source>
        <translation>Drehmomentsprünge</translation>
    </message>
    <message>
        <source>last answer {time}</source>
        <translation>letzte Antwort {time}</translation>
    </message>
    <message>
        <source>last value {time}</source>
        <translation>letzter Wert {time}</translation>
    </message>
    <message>
        <source>last: {time}</source>
        <translation>zuletzt: {time}</translation>
    </message>
    <message>
        <source>loosened</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>lot {lot}</source>
        <translation>Charge {lot}</translation>
    </message>
    <message>
        <source>no angle value</source>
        <translation>kein Winkel</translation>
    </message>
    <message>
        <source>no torque value</source>
        <translation>kein Drehmoment</translation>
    </message>
    <message>
        <source>no unit is begun until it is settled</source>
        <translation>vor der Klärung beginnt keine Einheit</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>not OK</source>
        <translation>nicht OK</translation>
    </message>
    <message>
        <source>not done here yet</source>
        <translation>hier noch nicht gemacht</translation>
    </message>
    <message>
        <source>not needed for a long time</source>
        <translation>lange nicht gebraucht</translation>
    </message>
    <message>
        <source>not provable</source>
        <translation>nicht nachweisbar</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>nothing was decided</source>
        <translation>nichts entschieden</translation>
    </message>
    <message>
        <source>outcome not known</source>
        <translation>Wirkung unbekannt</translation>
    </message>
    <message>
        <source>overdue since {time}</source>
        <translation>überfällig seit {time}</translation>
    </message>
    <message>
        <source>overdue since {time}; no unit is begun before</source>
        <translation>überfällig seit {time}; vorher beginnt keine Einheit</translation>
    </message>
    <message>
        <source>platinum</source>
        <translation>Platin</translation>
    </message>
    <message>
        <source>proposed as scrap</source>
        <translation>als Ausschuss vorgeschlagen</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>erfasst</translation>
    </message>
    <message>
        <source>reworked</source>
        <translation>nachgearbeitet</translation>
    </message>
    <message>
        <source>same value again</source>
        <translation>immer gleicher Wert</translation>
    </message>
    <message>
        <source>silver</source>
        <translation>Silber</translation>
    </message>
    <message>
        <source>since {from}, {minutes} min</source>
        <translation>seit {from}, {minutes} min</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>since {time} · {order}</source>
        <translation>seit {time} · {order}</translation>
    </message>
    <message>
        <source>since {time}, a repeat or {units} units end it</source>
        <translation>seit {time}, bis zur Wiederholung oder {units} Einheiten</translation>
    </message>
    <message>
        <source>slow shift</source>
        <translation>langsame Verschiebung</translation>
    </message>
    <message>
        <source>spread too wide</source>
        <translation>Streuung zu groß</translation>
    </message>
    <message>
        <source>suspended by a person</source>
        <translation>von einer Person ausgesetzt</translation>
    </message>
    <message>
        <source>suspended: others help more often</source>
        <translation>ausgesetzt: anderes hilft öfter</translation>
    </message>
    <message>
        <source>suspended: worse once is enough here</source>
        <translation>ausgesetzt: einmal schlimmer genügt hier</translation>
    </message>
    <message>
        <source>to be done by {time}</source>
        <translation>fällig bis {time}</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>zu hoch</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>zu niedrig</translation>
    </message>
    <message>
        <source>tool has other limits</source>
        <translation>Werkzeug hat andere Grenzen</translation>
    </message>
    <message>
        <source>tool says not OK</source>
        <translation>Werkzeug meldet nicht OK</translation>
    </message>
    <message>
        <source>torque before snug</source>
        <translation>Drehmoment vor Fügen</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>getippt</translation>
    </message>
    <message>
        <source>until {time}, units left: {left}</source>
        <translation>bis {time}, noch Einheiten: {left}</translation>
    </message>
    <message>
        <source>values too far apart</source>
        <translation>Werte zu verschieden</translation>
    </message>
    <message>
        <source>whole angle</source>
        <translation>Gesamtwinkel</translation>
    </message>
    <message>
        <source>without a named place</source>
        <translation>ohne benannte Stelle</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>wrong program</source>
        <translation>falsches Programm</translation>
    </message>
    <message>
        <source>wrong unit</source>
        <translation>falsche Maßeinheit</translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>vor {age}</translation>
    </message>
    <message>
        <source>{age} ahead of the server’s</source>
        <translation>{age} vor der Serverzeit</translation>
    </message>
    <message>
        <source>{age} behind the server’s</source>
        <translation>{age} hinter der Serverzeit</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{began}–{ended} {words}</source>
        <translation>{began}–{ended} {words}</translation>
    </message>
    <message>
        <source>{bypass} covers other steps.</source>
        <translation>{bypass} gilt für andere Schritte.</translation>
    </message>
    <message>
        <source>{by}: {words}</source>
        <translation>{by}: {words}</translation>
    </message>
    <message>
        <source>{camera} · {width} × {height}</source>
        <translation>{camera} · {width} × {height}</translation>
    </message>
    <message>
        <source>{check} is done between two units. Nothing was recorded.</source>
        <translation>Zwischen zwei Einheiten zu machen: {check}. Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>{check} is done by: {roles}.</source>
        <translation>{check} macht: {roles}.</translation>
    </message>
    <message>
        <source>{check} needs: {skills}.</source>
        <translation>{check} braucht: {skills}.</translation>
    </message>
    <message>
        <source>{check}: {line} is not OK. It is settled by: {who}.</source>
        <translation>{check}: {line} ist nicht OK. Es klärt: {who}.</translation>
    </message>
    <message>
        <source>{count} GB free</source>
        <translation>{count} GB frei</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{count} devices</source>
        <translation>{count} Geräte</translation>
    </message>
    <message>
        <source>{count} devices offline</source>
        <translation>{count} Geräte offline</translation>
    </message>
    <message>
        <source>{count} failed results were put right</source>
        <translation>Behobene Fehlergebnisse: {count}</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} kept safe, oldest {age}</source>
        <translation>{count} gesichert, älteste {age}</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} of the last {total} units with lot {lot} did this.</source>
        <translation>{count} der letzten {total} Einheiten mit Charge {lot} zeigten das.</translation>
    </message>
    <message>
        <source>{count} of {total} done</source>
        <translation>{count} von {total} erledigt</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation>{count} Stück</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} Stellen</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} still to look at</source>
        <translation>Noch {count} ansehen</translation>
    </message>
    <message>
        <source>{count} tries, {limit} allowed</source>
        <translation>{count} Versuche, {limit} erlaubt</translation>
    </message>
    <message>
        <source>{count} wrong scans in a row. If no label can be right, report a problem.</source>
        <translation>{count} falsche Scans in Folge. Wenn kein Etikett stimmen kann: Problem melden.</translation>
    </message>
    <message>
        <source>{count} {what}</source>
        <translation>{count} {what}</translation>
    </message>
    <message>
        <source>{count} ×</source>
        <translation>{count} ×</translation>
    </message>
    <message>
        <source>{count} × {what}</source>
        <translation>{count} × {what}</translation>
    </message>
    <message>
        <source>{device} does not answer.</source>
        <translation>{device} antwortet nicht.</translation>
    </message>
    <message>
        <source>{device} gave no picture in time.</source>
        <translation>{device} lieferte kein Bild in der Zeit.</translation>
    </message>
    <message>
        <source>{device} gave no picture.</source>
        <translation>{device} lieferte kein Bild.</translation>
    </message>
    <message>
        <source>{device} is not configured here.</source>
        <translation>{device} ist hier nicht eingerichtet.</translation>
    </message>
    <message>
        <source>{device} is not plugged in.</source>
        <translation>{device} ist nicht eingesteckt.</translation>
    </message>
    <message>
        <source>{device} is used by another program.</source>
        <translation>{device} wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>{device} made a result that nobody asked for.</source>
        <translation>{device} hat ein Ergebnis gesendet, das niemand verlangt hat.</translation>
    </message>
    <message>
        <source>{device} not locked</source>
        <translation>{device} nicht gesperrt</translation>
    </message>
    <message>
        <source>{device} offline</source>
        <translation>{device} offline</translation>
    </message>
    <message>
        <source>{device} refused.</source>
        <translation>{device} hat abgelehnt.</translation>
    </message>
    <message>
        <source>{device} · {kind}</source>
        <translation>{device} · {kind}</translation>
    </message>
    <message>
        <source>{device}: calibrate in {age}</source>
        <translation>{device}: kalibrieren in {age}</translation>
    </message>
    <message>
        <source>{device}: calibrate today</source>
        <translation>{device}: heute kalibrieren</translation>
    </message>
    <message>
        <source>{device}: calibration due soon.</source>
        <translation>{device}: Kalibrierung bald fällig.</translation>
    </message>
    <message>
        <source>{device}: calibration is over.</source>
        <translation>{device}: Kalibrierung vorbei.</translation>
    </message>
    <message>
        <source>{device}: no connection.</source>
        <translation>{device}: keine Verbindung.</translation>
    </message>
    <message>
        <source>{device}: not calibrated</source>
        <translation>{device}: nicht kalibriert</translation>
    </message>
    <message>
        <source>{device}: {count} not asked for</source>
        <translation>{device}: {count} unverlangt</translation>
    </message>
    <message>
        <source>{device}: {words}.</source>
        <translation>{device}: {words}.</translation>
    </message>
    <message>
        <source>{disposition} is no way for a held unit.</source>
        <translation>{disposition} geht bei einer gesperrten Einheit nicht.</translation>
    </message>
    <message>
        <source>{done} of {total}, for {age}</source>
        <translation>{done} von {total}, seit {age}</translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation>{first} bis {last} von {total}</translation>
    </message>
    <message>
        <source>{first} · {count} more</source>
        <translation>{first} · noch {count}</translation>
    </message>
    <message>
        <source>{first} · {next}</source>
        <translation>{first} · {next}</translation>
    </message>
    <message>
        <source>{first}, then {second}</source>
        <translation>{first}, dann {second}</translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation>{first}, {next}</translation>
    </message>
    <message>
        <source>{from} to {to}, {minutes} min</source>
        <translation>{from} bis {to}, {minutes} min</translation>
    </message>
    <message>
        <source>{gate} · units: {count} · until {time}</source>
        <translation>{gate} · Einheiten: {count} · bis {time}</translation>
    </message>
    <message>
        <source>{group}: what was it?</source>
        <translation>{group}: Was war es?</translation>
    </message>
    <message>
        <source>{held} on hold: {reason}</source>
        <translation>{held} gesperrt: {reason}</translation>
    </message>
    <message>
        <source>{instruction} has changed</source>
        <translation>Geändert: {instruction}</translation>
    </message>
    <message>
        <source>{line} · in common: {words}</source>
        <translation>{line} · gemeinsam: {words}</translation>
    </message>
    <message>
        <source>{line} · price: {price}</source>
        <translation>{line} · Preis: {price}</translation>
    </message>
    <message>
        <source>{looks}: {left}</source>
        <translation>{looks}: {left}</translation>
    </message>
    <message>
        <source>{low} – {high} {unit}</source>
        <translation>{low} – {high} {unit}</translation>
    </message>
    <message>
        <source>{machine} does not answer.</source>
        <translation>{machine} antwortet nicht.</translation>
    </message>
    <message>
        <source>{machine} refused.</source>
        <translation>{machine} hat abgelehnt.</translation>
    </message>
    <message>
        <source>{machine}: no connection.</source>
        <translation>{machine}: keine Verbindung.</translation>
    </message>
    <message>
        <source>{machine}: no part in the fixture</source>
        <translation>{machine}: kein Teil in der Vorrichtung</translation>
    </message>
    <message>
        <source>{machine}: {request} …</source>
        <translation>{machine}: {request} …</translation>
    </message>
    <message>
        <source>{machine}: {state}</source>
        <translation>{machine}: {state}</translation>
    </message>
    <message>
        <source>{name} + {names}</source>
        <translation>{name} + {names}</translation>
    </message>
    <message>
        <source>{name} has signed already.</source>
        <translation>{name} hat schon unterschrieben.</translation>
    </message>
    <message>
        <source>{name} here after {time}</source>
        <translation>{name} da nach {time}</translation>
    </message>
    <message>
        <source>{name} is in training.</source>
        <translation>{name} ist in Einarbeitung.</translation>
    </message>
    <message>
        <source>{name} is not in this unit.</source>
        <translation>Nicht in dieser Einheit: {name}.</translation>
    </message>
    <message>
        <source>{name} is on hold: {hold}</source>
        <translation>{name} gesperrt: {hold}</translation>
    </message>
    <message>
        <source>{name} matters for safety.</source>
        <translation>Sicherheitsrelevant: {name}.</translation>
    </message>
    <message>
        <source>{name} on the way after {time}</source>
        <translation>{name} unterwegs nach {time}</translation>
    </message>
    <message>
        <source>{name} signed this decision already. Somebody else signs now.</source>
        <translation>{name} hat schon unterschrieben. Jetzt unterschreibt jemand anderes.</translation>
    </message>
    <message>
        <source>{name} · </source>
        <translation>{name} · </translation>
    </message>
    <message>
        <source>{name} · added: {why}</source>
        <translation>{name} · zusätzlich: {why}</translation>
    </message>
    <message>
        <source>{name} · {code}</source>
        <translation>{name} · {code}</translation>
    </message>
    <message>
        <source>{name}: scan your badge</source>
        <translation>{name}: Ausweis scannen</translation>
    </message>
    <message>
        <source>{number} / {total}</source>
        <translation>{number} / {total}</translation>
    </message>
    <message>
        <source>{open}: go on with it</source>
        <translation>{open}: damit weitermachen</translation>
    </message>
    <message>
        <source>{order} cannot run</source>
        <translation>{order} kann nicht laufen</translation>
    </message>
    <message>
        <source>{order} stands at {done} of {quantity}</source>
        <translation>{order} steht bei {done} von {quantity}</translation>
    </message>
    <message>
        <source>{order} · variant {variant}</source>
        <translation>{order} · Variante {variant}</translation>
    </message>
    <message>
        <source>{owner} decides</source>
        <translation>Es entscheidet: {owner}</translation>
    </message>
    <message>
        <source>{owner}: {action}</source>
        <translation>{owner}: {action}</translation>
    </message>
    <message>
        <source>{part} · lot </source>
        <translation>{part} · Charge </translation>
    </message>
    <message>
        <source>{part} · lot {lot}</source>
        <translation>{part} · Charge {lot}</translation>
    </message>
    <message>
        <source>{part} · number {serial}</source>
        <translation>{part} · Nummer {serial}</translation>
    </message>
    <message>
        <source>{part} · serial </source>
        <translation>{part} · Serie </translation>
    </message>
    <message>
        <source>{part} · take lot {lot}</source>
        <translation>{part} · Charge {lot} nehmen</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{person} is not active. Ask the team lead.</source>
        <translation>{person} ist nicht aktiv. Teamleitung fragen.</translation>
    </message>
    <message>
        <source>{person} is not active. Ask {who}.</source>
        <translation>{person} ist nicht aktiv. Fragen: {who}.</translation>
    </message>
    <message>
        <source>{place} not OK · tries: {count}</source>
        <translation>{place} nicht OK · Versuche: {count}</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} von {total}</translation>
    </message>
    <message>
        <source>{place} · SN {serial}</source>
        <translation>{place} · SN {serial}</translation>
    </message>
    <message>
        <source>{place} · {severity}</source>
        <translation>{place} · {severity}</translation>
    </message>
    <message>
        <source>{place}, tool {tool} · SN {serial}</source>
        <translation>{place}, Werkzeug {tool} · SN {serial}</translation>
    </message>
    <message>
        <source>{place}: check curve</source>
        <translation>{place}: Kurve prüfen</translation>
    </message>
    <message>
        <source>{place}: what is it?</source>
        <translation>{place}: Was ist es?</translation>
    </message>
    <message>
        <source>{product} · Variant {variant}</source>
        <translation>{product} · Variante {variant}</translation>
    </message>
    <message>
        <source>{reason}, {minutes} min</source>
        <translation>{reason}, {minutes} min</translation>
    </message>
    <message>
        <source>{reason}: {count} min</source>
        <translation>{reason}: {count} min</translation>
    </message>
    <message>
        <source>{response}: why, and at what price</source>
        <translation>{response}: warum, und zu welchem Preis</translation>
    </message>
    <message>
        <source>{said}. The work goes on.</source>
        <translation>{said}. Es geht weiter.</translation>
    </message>
    <message>
        <source>{scanned_part} belongs to variant {variants}, not to this one.</source>
        <translation>{scanned_part} gehört zu Variante {variants}, nicht zu dieser.</translation>
    </message>
    <message>
        <source>{scanned_part} is not in the bill of this variant.</source>
        <translation>{scanned_part} steht nicht in der Stückliste dieser Variante.</translation>
    </message>
    <message>
        <source>{serial} has its label already.</source>
        <translation>{serial} hat schon ein Etikett.</translation>
    </message>
    <message>
        <source>{serial} may have its label already.</source>
        <translation>{serial} hat vielleicht schon ein Etikett.</translation>
    </message>
    <message>
        <source>{serial}: change to it</source>
        <translation>{serial}: dazu wechseln</translation>
    </message>
    <message>
        <source>{shift} shift · {time}</source>
        <translation>Schicht {shift} · {time}</translation>
    </message>
    <message>
        <source>{state} · SN {serial}</source>
        <translation>{state} · SN {serial}</translation>
    </message>
    <message>
        <source>{station} called: {who}</source>
        <translation>{station} hat gerufen: {who}</translation>
    </message>
    <message>
        <source>{station} has not finished it.</source>
        <translation>{station} ist damit nicht fertig.</translation>
    </message>
    <message>
        <source>{station} made this call.</source>
        <translation>Diesen Ruf hat {station} gesendet.</translation>
    </message>
    <message>
        <source>{station} · {who}</source>
        <translation>{station} · {who}</translation>
    </message>
    <message>
        <source>{time} · spread {spread}</source>
        <translation>{time} · Streuung {spread}</translation>
    </message>
    <message>
        <source>{time} · {count}× · {words}</source>
        <translation>{time} · {count}× · {words}</translation>
    </message>
    <message>
        <source>{time} · {done}</source>
        <translation>{time} · {done}</translation>
    </message>
    <message>
        <source>{time} · {more}</source>
        <translation>{time} · {more}</translation>
    </message>
    <message>
        <source>{time}, found here</source>
        <translation>{time}, hier ermittelt</translation>
    </message>
    <message>
        <source>{time}, late</source>
        <translation>{time}, verspätet</translation>
    </message>
    <message>
        <source>{time}, set by {who}</source>
        <translation>{time}, gesetzt von {who}</translation>
    </message>
    <message>
        <source>{time}, {what}</source>
        <translation>{time}, {what}</translation>
    </message>
    <message>
        <source>{tools} tools: {count} not asked for</source>
        <translation>{tools} Werkzeuge: {count} unverlangt</translation>
    </message>
    <message>
        <source>{tool} counts {counted}, this station {expected}.</source>
        <translation>{tool} zählt {counted}, diese Station {expected}.</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{value} at {device}, {time}</source>
        <translation>{value} an {device}, {time}</translation>
    </message>
    <message>
        <source>{value} is kept, but does not count.</source>
        <translation>{value} bleibt aufgezeichnet, zählt aber nicht.</translation>
    </message>
    <message>
        <source>{value} is not taken here.</source>
        <translation>{value} wird hier nicht angenommen.</translation>
    </message>
    <message>
        <source>{value} pixels per mm</source>
        <translation>{value} Pixel pro mm</translation>
    </message>
    <message>
        <source>{value} was not recorded.</source>
        <translation>{value} wurde nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>{value} · limits {limits}</source>
        <translation>{value} · Grenzen {limits}</translation>
    </message>
    <message>
        <source>{value}, {verdict}</source>
        <translation>{value}, {verdict}</translation>
    </message>
    <message>
        <source>{what} is missing</source>
        <translation>{what} fehlt</translation>
    </message>
    <message>
        <source>{what} {value}, usual {least}–{most}</source>
        <translation>{what} {value}, üblich {least}–{most}</translation>
    </message>
    <message>
        <source>{what} · place and attempt {place}</source>
        <translation>{what} · Stelle und Versuch {place}</translation>
    </message>
    <message>
        <source>{what} · {count}</source>
        <translation>{what} · {count}</translation>
    </message>
    <message>
        <source>{what} · {percent} %</source>
        <translation>{what} · {percent} %</translation>
    </message>
    <message>
        <source>{what} – {place}</source>
        <translation>{what} – {place}</translation>
    </message>
    <message>
        <source>{what}: why?</source>
        <translation>{what}: warum?</translation>
    </message>
    <message>
        <source>{when}. So far: {reason}</source>
        <translation>{when}. Bisher: {reason}</translation>
    </message>
    <message>
        <source>{where}</source>
        <translation>{where}</translation>
    </message>
    <message>
        <source>{who} in {time}</source>
        <translation>{who} in {time}</translation>
    </message>
    <message>
        <source>{who} {time}</source>
        <translation>{who} {time}</translation>
    </message>
    <message>
        <source>{who} · {count} min</source>
        <translation>{who} · {count} min</translation>
    </message>
    <message>
        <source>{who} · {station}</source>
        <translation>{who} · {station}</translation>
    </message>
    <message>
        <source>{who} · {time}</source>
        <translation>{who} · {time}</translation>
    </message>
    <message>
        <source>{who} – called</source>
        <translation>{who} – gerufen</translation>
    </message>
    <message>
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>{why} {said}.</source>
        <translation>{why} {said}.</translation>
    </message>
    <message>
        <source>“{skill}”, days left: {count}</source>
        <translation>„{skill}“, Tage übrig: {count}</translation>
    </message>
    <message>
        <source>“{statement}”</source>
        <translation>„{statement}“</translation>
    </message>
</context>
</TS>
