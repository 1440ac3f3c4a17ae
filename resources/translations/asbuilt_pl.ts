<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>station</name>
    <message>
        <source> · {number} of {total}</source>
        <translation> · {number} z {total}</translation>
    </message>
    <message>
        <source>1 Where</source>
        <translation>1 Gdzie</translation>
    </message>
    <message>
        <source>1 to 8 · CMD:1 to CMD:8</source>
        <translation>1 do 8 · CMD:1 do CMD:8</translation>
    </message>
    <message>
        <source>2 What</source>
        <translation>2 Co</translation>
    </message>
    <message>
        <source>3 Then</source>
        <translation>3 Dalej</translation>
    </message>
    <message>
        <source>4 to 6 digits</source>
        <translation>4 do 6 cyfr</translation>
    </message>
    <message>
        <source>A blue frame shows where you are.</source>
        <translation>Niebieska ramka pokazuje, gdzie jesteś.</translation>
    </message>
    <message>
        <source>A box came</source>
        <translation>Przyszła skrzynka</translation>
    </message>
    <message>
        <source>A bypass names a gate and the extra checks of each unit.</source>
        <translation>Obejście podaje zabezpieczenie i dodatkowe kontrole każdej sztuki.</translation>
    </message>
    <message>
        <source>A bypass needs two different people.</source>
        <translation>Obejście wymaga dwóch różnych osób.</translation>
    </message>
    <message>
        <source>A bypass says why, in a few words.</source>
        <translation>Obejście wymaga powodu w kilku słowach.</translation>
    </message>
    <message>
        <source>A certificate is missing.</source>
        <translation>Brakuje uprawnienia.</translation>
    </message>
    <message>
        <source>A check is put off once.</source>
        <translation>Kontrolę przekłada się raz.</translation>
    </message>
    <message>
        <source>A concession is used up unit by unit. Without one, two people sign.</source>
        <translation>Odstępstwo zużywa się sztuka po sztuce. Bez niego podpisują dwie osoby.</translation>
    </message>
    <message>
        <source>A decision about a unit says why, in a few words.</source>
        <translation>Decyzja o sztuce wymaga powodu w kilku słowach.</translation>
    </message>
    <message>
        <source>A failed result is put right or decided about, never bypassed.</source>
        <translation>Zły wynik się poprawia lub się o nim decyduje, nigdy go nie omija.</translation>
    </message>
    <message>
        <source>A failed result was still open. It is kept; do this place again.</source>
        <translation>Zły wynik był jeszcze otwarty. Zapisano; powtórz to miejsce.</translation>
    </message>
    <message>
        <source>A failed result was still open. Whose is it?</source>
        <translation>Zły wynik był jeszcze otwarty. Czyj to wynik?</translation>
    </message>
    <message>
        <source>A few words are enough.</source>
        <translation>Wystarczy kilka słów.</translation>
    </message>
    <message>
        <source>A part in this unit is on hold.</source>
        <translation>Część w tej sztuce jest zablokowana.</translation>
    </message>
    <message>
        <source>A photo says more than words. It may be left out.</source>
        <translation>Zdjęcie mówi więcej niż słowa. Można je pominąć.</translation>
    </message>
    <message>
        <source>A picture is taken. Nobody keeps it.</source>
        <translation>Robi się zdjęcie. Nikt go nie zachowa.</translation>
    </message>
    <message>
        <source>A place is not OK.</source>
        <translation>Jedno miejsce nie jest OK.</translation>
    </message>
    <message>
        <source>A question about a handover</source>
        <translation>Pytanie o przekazanie</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>Brakuje powodu.</translation>
    </message>
    <message>
        <source>A result may be missing. Check the last place, then press Try again.</source>
        <translation>Może brakować wyniku. Sprawdź ostatnie miejsce i naciśnij Spróbuj ponownie.</translation>
    </message>
    <message>
        <source>A result of {device} did not count.</source>
        <translation>Wynik {device} się nie liczył.</translation>
    </message>
    <message>
        <source>A second person has to agree to this.</source>
        <translation>Musi się na to zgodzić druga osoba.</translation>
    </message>
    <message>
        <source>A second person signs here.</source>
        <translation>Tu podpisuje druga osoba.</translation>
    </message>
    <message>
        <source>A second person signs.</source>
        <translation>Podpisuje druga osoba.</translation>
    </message>
    <message>
        <source>A signature is missing.</source>
        <translation>Brakuje podpisu.</translation>
    </message>
    <message>
        <source>A tap is not enough here.</source>
        <translation>Dotknięcie tu nie wystarczy.</translation>
    </message>
    <message>
        <source>A test label is printing.</source>
        <translation>Drukuje się etykieta testowa.</translation>
    </message>
    <message>
        <source>A trial: no unit</source>
        <translation>Próba: żadna sztuka</translation>
    </message>
    <message>
        <source>A unit is in work.</source>
        <translation>Sztuka jest w toku.</translation>
    </message>
    <message>
        <source>A unit is not accepted without a reason. Nothing was recorded.</source>
        <translation>Sztuki nie przyjmuje się bez powodu. Nic nie zapisano.</translation>
    </message>
    <message>
        <source>A whole copy to restore a station from, without photos</source>
        <translation>Pełna kopia do przywrócenia stanowiska, bez zdjęć</translation>
    </message>
    <message>
        <source>About</source>
        <translation>O programie</translation>
    </message>
    <message>
        <source>Accept a deviation</source>
        <translation>Przyjęcie odstępstwa</translation>
    </message>
    <message>
        <source>Accept without</source>
        <translation>Przyjmij bez dowodu</translation>
    </message>
    <message>
        <source>Accepted without full proof. Signed: {people}. It stays not provable.</source>
        <translation>Przyjęto bez pełnego dowodu. Podpisali: {people}. Nadal bez dowodu.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Przyjmij</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Włącz</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Włączone</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Dodaj kontrolę</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Dodaj notatkę</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Dodaj część</translation>
    </message>
    <message>
        <source>Add parts beyond the bill</source>
        <translation>Dodawanie części spoza listy</translation>
    </message>
    <message>
        <source>Address of {device}</source>
        <translation>Adres {device}</translation>
    </message>
    <message>
        <source>Address of {device}, tested before it is saved</source>
        <translation>Adres {device}, testowany przed zapisem</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Wyreguluj</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>After how many minutes did it change?</source>
        <translation>Po ilu minutach powód się zmienił?</translation>
    </message>
    <message>
        <source>All OK</source>
        <translation>Wszystko OK</translation>
    </message>
    <message>
        <source>All is in order. Records checked: {count}</source>
        <translation>Wszystko w porządku. Sprawdzone zapisy: {count}</translation>
    </message>
    <message>
        <source>All its steps were completed at {station}.</source>
        <translation>Wszystkie kroki zrobiono na {station}.</translation>
    </message>
    <message>
        <source>All lines are as they should be.</source>
        <translation>Wszystkie pozycje są w porządku.</translation>
    </message>
    <message>
        <source>All steps are done. It is finished when the defect is put right.</source>
        <translation>Wszystkie kroki zrobione. Gotowe po usunięciu wady.</translation>
    </message>
    <message>
        <source>All steps of this station were completed before.</source>
        <translation>Wszystkie kroki tego stanowiska są zakończone.</translation>
    </message>
    <message>
        <source>All that is known of this device</source>
        <translation>Wszystko, co wiadomo o tym urządzeniu</translation>
    </message>
    <message>
        <source>All that is open</source>
        <translation>Wszystko, co otwarte</translation>
    </message>
    <message>
        <source>All units: sampling is stopped</source>
        <translation>Wszystkie: próbki wstrzymane</translation>
    </message>
    <message>
        <source>All units: the lot is not accepted</source>
        <translation>Wszystkie: partia nieprzyjęta</translation>
    </message>
    <message>
        <source>All {total} OK</source>
        <translation>Wszystkie OK: {total}</translation>
    </message>
    <message>
        <source>Already answered by {who}.</source>
        <translation>Odpowiedź już jest: {who}.</translation>
    </message>
    <message>
        <source>Already in another unit</source>
        <translation>Już w innej sztuce</translation>
    </message>
    <message>
        <source>Already set by {who}.</source>
        <translation>Powód już podano: {who}.</translation>
    </message>
    <message>
        <source>Also called: {who}, {time}</source>
        <translation>Wezwano też: {who}, {time}</translation>
    </message>
    <message>
        <source>Alternative</source>
        <translation>Zamiennie</translation>
    </message>
    <message>
        <source>An administrator changes it in the file.</source>
        <translation>Zmienia to administrator w pliku.</translation>
    </message>
    <message>
        <source>An administrator changes {key} in the station&apos;s file.</source>
        <translation>Administrator zmienia {key} w pliku stanowiska.</translation>
    </message>
    <message>
        <source>An urgent message comes first.</source>
        <translation>Najpierw pilna wiadomość.</translation>
    </message>
    <message>
        <source>And after {minutes} min?</source>
        <translation>A po {minutes} min?</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Kąt</translation>
    </message>
    <message>
        <source>Angle {value}</source>
        <translation>Kąt {value}</translation>
    </message>
    <message>
        <source>Another person has to sign too.</source>
        <translation>Musi podpisać jeszcze inna osoba.</translation>
    </message>
    <message>
        <source>Another program holds it: end it.</source>
        <translation>Używa go inny program: zamknij go.</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Inny powód</translation>
    </message>
    <message>
        <source>Another station or the plant holds it since {since}. {owner} decides.</source>
        <translation>Inne stanowisko lub zakład blokuje ją od {since}. Decyduje: {owner}.</translation>
    </message>
    <message>
        <source>Another unit is in work now.</source>
        <translation>W toku jest teraz inna sztuka.</translation>
    </message>
    <message>
        <source>Another unit is in work.</source>
        <translation>W pracy jest inna sztuka.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>Answer each place: OK or NOK.</source>
        <translation>Oceń każde miejsce: OK lub NOK.</translation>
    </message>
    <message>
        <source>Answer: {words}</source>
        <translation>Odpowiedź: {words}</translation>
    </message>
    <message>
        <source>Answered, still open: {words}</source>
        <translation>Jest odpowiedź, nadal otwarte: {words}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Odpowiada</translation>
    </message>
    <message>
        <source>Approve the first piece</source>
        <translation>Zatwierdzanie pierwszej sztuki</translation>
    </message>
    <message>
        <source>As it stands in the journal. Nobody can change it.</source>
        <translation>Tak, jak stoi w dzienniku. Nikt nie może go zmienić.</translation>
    </message>
    <message>
        <source>As it stands on the part</source>
        <translation>Tak jak na części</translation>
    </message>
    <message>
        <source>Asbuilt commands to scan</source>
        <extracomment>What stands beside each printed command: the word people say, and what scanning it does.</extracomment>
        <translation>Polecenia Asbuilt do skanowania</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>Dopytaj</translation>
    </message>
    <message>
        <source>Ask engineering</source>
        <translation>Zapytaj inżyniera</translation>
    </message>
    <message>
        <source>Ask for a new label of this part.</source>
        <translation>Poproś o nową etykietę tej części.</translation>
    </message>
    <message>
        <source>Ask maintenance: it refuses us.</source>
        <translation>Zgłoś utrzymaniu ruchu: odmawia.</translation>
    </message>
    <message>
        <source>Ask quality</source>
        <translation>Zapytaj jakość</translation>
    </message>
    <message>
        <source>Ask quality for a new concession.</source>
        <translation>Poproś jakość o nowe odstępstwo.</translation>
    </message>
    <message>
        <source>Ask quality. Keep the part aside.</source>
        <translation>Zapytaj kontrolę jakości. Odłóż część na bok.</translation>
    </message>
    <message>
        <source>Ask the team lead to add you.</source>
        <translation>Poproś lidera o dodanie.</translation>
    </message>
    <message>
        <source>Ask the team lead.</source>
        <translation>Zapytaj lidera.</translation>
    </message>
    <message>
        <source>Ask to be added: {who}.</source>
        <translation>Poproś o dodanie: {who}.</translation>
    </message>
    <message>
        <source>Asked back: {words}</source>
        <translation>Dopytano: {words}</translation>
    </message>
    <message>
        <source>Asked by {name}</source>
        <translation>Pyta: {name}</translation>
    </message>
    <message>
        <source>Asking the device</source>
        <translation>Pytanie urządzenia</translation>
    </message>
    <message>
        <source>Asking the device. Nothing is saved yet.</source>
        <translation>Pytanie urządzenia. Jeszcze nic nie zapisano.</translation>
    </message>
    <message>
        <source>Assign results</source>
        <translation>Przypisywanie wyników</translation>
    </message>
    <message>
        <source>At its end the unit is judged again and goes back to its step.</source>
        <translation>Na końcu sztuka jest oceniana ponownie i wraca do swojego kroku.</translation>
    </message>
    <message>
        <source>At sign-in: choose the language.</source>
        <translation>Przy logowaniu: wybierz język.</translation>
    </message>
    <message>
        <source>At the server</source>
        <translation>Na serwerze</translation>
    </message>
    <message>
        <source>At {since}: {reason}. That counts, for this station could not know it.</source>
        <translation>{since}: {reason}. To obowiązuje, bo stanowisko nie mogło o tym wiedzieć.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wróć</translation>
    </message>
    <message>
        <source>Back to the step</source>
        <translation>Wróć do kroku</translation>
    </message>
    <message>
        <source>Badge, or number and PIN.</source>
        <translation>Karta albo numer i PIN.</translation>
    </message>
    <message>
        <source>Before the next unit</source>
        <translation>Przed następną sztuką</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Zaczęte</translation>
    </message>
    <message>
        <source>Being recorded: {what}</source>
        <translation>Zapisywanie: {what}</translation>
    </message>
    <message>
        <source>Better for people</source>
        <translation>Lepiej dla ludzi</translation>
    </message>
    <message>
        <source>Bin empty</source>
        <translation>Pusty pojemnik</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Zablokowane</translation>
    </message>
    <message>
        <source>Box came</source>
        <translation>Przyszła skrzynka</translation>
    </message>
    <message>
        <source>Bring the unit to {station}.</source>
        <translation>Zanieś sztukę na {station}.</translation>
    </message>
    <message>
        <source>Burr</source>
        <translation>Zadzior</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Kto</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Ręcznie</translation>
    </message>
    <message>
        <source>By their work</source>
        <translation>Według pracy</translation>
    </message>
    <message>
        <source>By {minutes} minutes, once.</source>
        <translation>O {minutes} min, jeden raz.</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>Obejście</translation>
    </message>
    <message>
        <source>Bypass a device</source>
        <translation>Obejście urządzenia</translation>
    </message>
    <message>
        <source>Bypass activated</source>
        <translation>Obejście włączone</translation>
    </message>
    <message>
        <source>Bypass ended</source>
        <translation>Obejście zakończone</translation>
    </message>
    <message>
        <source>Bypass of a gate</source>
        <translation>Obejście zabezpieczenia</translation>
    </message>
    <message>
        <source>Bypass {bypass} checks nothing.</source>
        <translation>Obejście {bypass} niczego nie sprawdza.</translation>
    </message>
    <message>
        <source>Bypass {bypass} has ended.</source>
        <translation>Obejście {bypass} się skończyło.</translation>
    </message>
    <message>
        <source>Bypass {bypass} has ended. Two people verify the gate first.</source>
        <translation>Obejście {bypass} się skończyło. Najpierw dwie osoby sprawdzają zabezpieczenie.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is active, or its gate was verified already.</source>
        <translation>Obejście {bypass} jest włączone lub zabezpieczenie już sprawdzono.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is active.</source>
        <translation>Obejście {bypass} jest włączone.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not active.</source>
        <translation>Obejście {bypass} nie jest włączone.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not approved.</source>
        <translation>Obejście {bypass} nie jest zatwierdzone.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not for here.</source>
        <translation>Obejście {bypass} nie jest stąd.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not known.</source>
        <translation>Obejście {bypass} nie jest znane.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is used up.</source>
        <translation>Obejście {bypass} jest wykorzystane.</translation>
    </message>
    <message>
        <source>Bypass {bypass} of the {gate} gate</source>
        <translation>Obejście {bypass}, zabezpieczenie: {gate}</translation>
    </message>
    <message>
        <source>Bypass: {count} left, until {time}</source>
        <translation>Obejście: zostało {count}, do {time}</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibracja</translation>
    </message>
    <message>
        <source>Calibration ends in {age}</source>
        <translation>Koniec kalibracji za {age}</translation>
    </message>
    <message>
        <source>Calibration ends today</source>
        <translation>Koniec kalibracji dzisiaj</translation>
    </message>
    <message>
        <source>Calibration is over</source>
        <translation>Koniec ważności kalibracji</translation>
    </message>
    <message>
        <source>Calibration over: do not use</source>
        <translation>Po terminie kalibracji: nie używać</translation>
    </message>
    <message>
        <source>Calibration was over: {where}</source>
        <translation>Kalibracja była po terminie: {where}</translation>
    </message>
    <message>
        <source>Calibration withdrawn</source>
        <translation>Kalibracja wycofana</translation>
    </message>
    <message>
        <source>Call again if you still need help.</source>
        <translation>Wezwij ponownie, jeśli pomoc jest potrzebna.</translation>
    </message>
    <message>
        <source>Call an administrator.</source>
        <translation>Wezwij administratora.</translation>
    </message>
    <message>
        <source>Call another</source>
        <translation>Wezwij innych</translation>
    </message>
    <message>
        <source>Call answered</source>
        <translation>Odpowiedź na wezwanie</translation>
    </message>
    <message>
        <source>Call closed</source>
        <translation>Wezwanie zamknięte</translation>
    </message>
    <message>
        <source>Call help</source>
        <translation>Pomoc</translation>
    </message>
    <message>
        <source>Call maintenance</source>
        <translation>Wezwij utrzymanie ruchu</translation>
    </message>
    <message>
        <source>Call maintenance: check the disk and its cable.</source>
        <translation>Wezwij utrzymanie ruchu: sprawdzić dysk i kabel.</translation>
    </message>
    <message>
        <source>Call maintenance: check the disk, then make it writable again.</source>
        <translation>Wezwij utrzymanie ruchu: sprawdzić dysk i umożliwić zapis.</translation>
    </message>
    <message>
        <source>Call maintenance: check the station’s name and its data folder.</source>
        <translation>Wezwij utrzymanie ruchu: sprawdzić nazwę stanowiska i folder danych.</translation>
    </message>
    <message>
        <source>Call maintenance: free space on the disk.</source>
        <translation>Wezwij utrzymanie ruchu: zwolnić miejsce na dysku.</translation>
    </message>
    <message>
        <source>Call maintenance: set the record aside and restore the newest copy.</source>
        <translation>Wezwij utrzymanie ruchu: odłożyć zapis i przywrócić najnowszą kopię.</translation>
    </message>
    <message>
        <source>Call maintenance: the disk is the cause.</source>
        <translation>Wezwij utrzymanie ruchu: przyczyną jest dysk.</translation>
    </message>
    <message>
        <source>Call maintenance: the tool is set up wrong.</source>
        <translation>Wezwij utrzymanie ruchu: narzędzie jest źle ustawione.</translation>
    </message>
    <message>
        <source>Call maintenance: update this station’s software.</source>
        <translation>Wezwij utrzymanie ruchu: zaktualizować program stanowiska.</translation>
    </message>
    <message>
        <source>Call quality</source>
        <translation>Wezwij jakość</translation>
    </message>
    <message>
        <source>Call somebody to the station.</source>
        <translation>Wezwij kogoś do stanowiska.</translation>
    </message>
    <message>
        <source>Call team lead</source>
        <translation>Wezwij lidera</translation>
    </message>
    <message>
        <source>Call the lead</source>
        <translation>Wezwij lidera</translation>
    </message>
    <message>
        <source>Call the lead to verify the gate.</source>
        <translation>Wezwij lidera do sprawdzenia zabezpieczenia.</translation>
    </message>
    <message>
        <source>Call the team lead about what is not OK.</source>
        <translation>Wezwij lidera do pozycji nie OK.</translation>
    </message>
    <message>
        <source>Call the team lead to decide.</source>
        <translation>Wezwij lidera, aby zdecydował.</translation>
    </message>
    <message>
        <source>Call the team lead.</source>
        <translation>Wezwij lidera.</translation>
    </message>
    <message>
        <source>Called: {who}</source>
        <translation>Wezwano: {who}</translation>
    </message>
    <message>
        <source>Calling: {who}</source>
        <translation>Wezwanie: {who}</translation>
    </message>
    <message>
        <source>Calls elsewhere ({count})</source>
        <translation>Inne wezwania ({count})</translation>
    </message>
    <message>
        <source>Calls elsewhere: {calls}</source>
        <translation>Inne wezwania: {calls}</translation>
    </message>
    <message>
        <source>Calls of other stations</source>
        <translation>Wezwania innych stanowisk</translation>
    </message>
    <message>
        <source>Calls: {calls} · {count} min</source>
        <translation>Wezwania: {calls} · {count} min</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Wróciło</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Camera {device} is not set up here.</source>
        <translation>Kamery {device} tu nie skonfigurowano.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Cancel call</source>
        <translation>Odwołaj</translation>
    </message>
    <message>
        <source>Cannot start</source>
        <translation>Nie można zacząć</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Zdolność</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Wielkie litery</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock jest włączony.</translation>
    </message>
    <message>
        <source>Card fits</source>
        <translation>Karta pasuje</translation>
    </message>
    <message>
        <source>Carry on with the next unit.</source>
        <translation>Przejdź do następnej sztuki.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Przyczyna</translation>
    </message>
    <message>
        <source>Cause checked</source>
        <translation>Przyczyna sprawdzona</translation>
    </message>
    <message>
        <source>Cause, not finished</source>
        <translation>Przyczyna, niepełna</translation>
    </message>
    <message>
        <source>Certificate not valid · {count} kept safe</source>
        <translation>Zły certyfikat · zapisano {count}</translation>
    </message>
    <message>
        <source>Certificate of the plant</source>
        <translation>Certyfikat zakładu</translation>
    </message>
    <message>
        <source>Certificate “{skill}” until {until}, days left: {count}</source>
        <translation>Uprawnienie „{skill}” do {until}, zostało dni: {count}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Zmień</translation>
    </message>
    <message>
        <source>Change address</source>
        <translation>Zmień adres</translation>
    </message>
    <message>
        <source>Change instruction</source>
        <translation>Zmień instrukcję</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Zmiana ustawień</translation>
    </message>
    <message>
        <source>Change the sign</source>
        <translation>Zmień znak</translation>
    </message>
    <message>
        <source>Change the tool</source>
        <translation>Wymień narzędzie</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Karta</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Sprawdź</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Sprawdź wszystkie</translation>
    </message>
    <message>
        <source>Check begun: {check}</source>
        <translation>Kontrola zaczęta: {check}</translation>
    </message>
    <message>
        <source>Check cable and power. The station keeps trying.</source>
        <translation>Sprawdź kabel i zasilanie. Stanowisko próbuje dalej.</translation>
    </message>
    <message>
        <source>Check chart</source>
        <translation>Sprawdź kartę</translation>
    </message>
    <message>
        <source>Check device</source>
        <translation>Sprawdź urządzenie</translation>
    </message>
    <message>
        <source>Check due</source>
        <translation>Czas na kontrolę</translation>
    </message>
    <message>
        <source>Check due: {check}</source>
        <translation>Kontrola do zrobienia: {check}</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>Kontrola nie OK</translation>
    </message>
    <message>
        <source>Check its cable, then try again. If it stays so, press Problem.</source>
        <translation>Sprawdź kabel i spróbuj ponownie. Jeśli nie pomoże, naciśnij Problem.</translation>
    </message>
    <message>
        <source>Check its power and its cable.</source>
        <translation>Sprawdź zasilanie i kabel.</translation>
    </message>
    <message>
        <source>Check overdue</source>
        <translation>Kontrola po terminie</translation>
    </message>
    <message>
        <source>Check overdue: {check}</source>
        <translation>Kontrola po terminie: {check}</translation>
    </message>
    <message>
        <source>Check that the unit belongs here.</source>
        <translation>Sprawdź, czy sztuka należy tutaj.</translation>
    </message>
    <message>
        <source>Check the fixture, then try again.</source>
        <translation>Sprawdź uchwyt i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Check the records</source>
        <translation>Sprawdź zapisy</translation>
    </message>
    <message>
        <source>Check the values</source>
        <translation>Sprawdź wartości</translation>
    </message>
    <message>
        <source>Check the values: {what}</source>
        <translation>Sprawdź wartości: {what}</translation>
    </message>
    <message>
        <source>Check thread, bolt and bit.</source>
        <translation>Sprawdź gwint, śrubę i końcówkę.</translation>
    </message>
    <message>
        <source>Check tool</source>
        <translation>Sprawdź</translation>
    </message>
    <message>
        <source>Check {device}</source>
        <translation>Sprawdź {device}</translation>
    </message>
    <message>
        <source>Checked again by hand</source>
        <translation>Sprawdzono ręcznie</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Kontrole</translation>
    </message>
    <message>
        <source>Checks of this station</source>
        <translation>Kontrole tego stanowiska</translation>
    </message>
    <message>
        <source>Checks to be done: {count}</source>
        <translation>Kontrole do zrobienia: {count}</translation>
    </message>
    <message>
        <source>Choice {number}</source>
        <translation>Wybór {number}</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wybierz</translation>
    </message>
    <message>
        <source>Choose a tile or a row</source>
        <translation>Wybierz kafelek lub wiersz</translation>
    </message>
    <message>
        <source>Choose another operation.</source>
        <translation>Wybierz inną operację.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Wybierz inną wartość.</translation>
    </message>
    <message>
        <source>Choose for whom</source>
        <translation>Wybierz, dla kogo</translation>
    </message>
    <message>
        <source>Choose for whom it is, then send it.</source>
        <translation>Wybierz, dla kogo jest, potem wyślij.</translation>
    </message>
    <message>
        <source>Choose from each</source>
        <translation>Wybierz z każdej</translation>
    </message>
    <message>
        <source>Choose one or more.</source>
        <translation>Wybierz jedno lub więcej.</translation>
    </message>
    <message>
        <source>Choose the language of this screen</source>
        <translation>Wybierz język ekranu</translation>
    </message>
    <message>
        <source>Choose the place</source>
        <translation>Wybierz miejsce</translation>
    </message>
    <message>
        <source>Choose what happens now</source>
        <translation>Wybierz, co dalej</translation>
    </message>
    <message>
        <source>Choose what it is</source>
        <translation>Wybierz, co to jest</translation>
    </message>
    <message>
        <source>Choose what limited you and what you do, or say it in words.</source>
        <translation>Wybierz, co ograniczało i co robisz, lub napisz to.</translation>
    </message>
    <message>
        <source>Choose what you do</source>
        <translation>Wybierz, co robisz</translation>
    </message>
    <message>
        <source>Choose where the file goes.</source>
        <translation>Wybierz miejsce dla pliku.</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Wybrano</translation>
    </message>
    <message>
        <source>Clean it</source>
        <translation>Wyczyść</translation>
    </message>
    <message>
        <source>Clean part and gauge.</source>
        <translation>Wyczyść część i przyrząd.</translation>
    </message>
    <message>
        <source>Cleaned up</source>
        <translation>Posprzątane</translation>
    </message>
    <message>
        <source>Clear the view, then take the photo.</source>
        <translation>Odsłoń widok i zrób zdjęcie.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Zegar</translation>
    </message>
    <message>
        <source>Clock right</source>
        <translation>Zegar dobry</translation>
    </message>
    <message>
        <source>Clock was set</source>
        <translation>Zegar przestawiony</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>Zegar zły</translation>
    </message>
    <message>
        <source>Close the page or the message.</source>
        <translation>Zamknij stronę lub komunikat.</translation>
    </message>
    <message>
        <source>Code of {id}</source>
        <translation>Kod {id}</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Kod {code}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Porównaj</translation>
    </message>
    <message>
        <source>Component “{component}” is missing in the bill of this variant.</source>
        <translation>Brak składnika „{component}” na liście części tego wariantu.</translation>
    </message>
    <message>
        <source>Concession {concession} by {by}</source>
        <translation>Odstępstwo {concession}, wydał {by}</translation>
    </message>
    <message>
        <source>Concession {concession} does not cover this.</source>
        <translation>Odstępstwo {concession} tego nie obejmuje.</translation>
    </message>
    <message>
        <source>Concession {concession} has ended.</source>
        <translation>Odstępstwo {concession} się skończyło.</translation>
    </message>
    <message>
        <source>Concession {concession} is not for here.</source>
        <translation>Odstępstwo {concession} nie jest stąd.</translation>
    </message>
    <message>
        <source>Concession {concession} is used up.</source>
        <translation>Odstępstwo {concession} jest wykorzystane.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Potwierdź</translation>
    </message>
    <message>
        <source>Confirm it with a second person.</source>
        <translation>Potwierdź z drugą osobą.</translation>
    </message>
    <message>
        <source>Confirm only what you see.</source>
        <translation>Potwierdź tylko to, co widzisz.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Łączenie</translation>
    </message>
    <message>
        <source>Control chart alarm</source>
        <translation>Alarm karty kontrolnej</translation>
    </message>
    <message>
        <source>Control limits</source>
        <translation>Granice kontrolne</translation>
    </message>
    <message>
        <source>Control limits found</source>
        <translation>Granice kontrolne ustalone</translation>
    </message>
    <message>
        <source>Control room</source>
        <translation>Sterownia</translation>
    </message>
    <message>
        <source>Copy the records</source>
        <translation>Kopiuj zapisy</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Policz</translation>
    </message>
    <message>
        <source>Count the parts, then scan again.</source>
        <translation>Policz części i skanuj ponownie.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Policzono</translation>
    </message>
    <message>
        <source>Counted in reading order.</source>
        <translation>Liczone w kolejności czytania.</translation>
    </message>
    <message>
        <source>Counted: what came, less what was fitted since.</source>
        <translation>Liczone: co przyszło, minus co zamontowano.</translation>
    </message>
    <message>
        <source>Counted: {count} pieces came.</source>
        <translation>Policzono: przyszło {count} szt.</translation>
    </message>
    <message>
        <source>Counting the shift</source>
        <translation>Liczenie zmiany</translation>
    </message>
    <message>
        <source>Cpk (95 % interval)</source>
        <translation>Cpk (przedział 95 %)</translation>
    </message>
    <message>
        <source>Crack</source>
        <translation>Pęknięcie</translation>
    </message>
    <message>
        <source>Curve looked at</source>
        <translation>Krzywa oceniona</translation>
    </message>
    <message>
        <source>Curve of a tightening</source>
        <translation>Krzywa dokręcania</translation>
    </message>
    <message>
        <source>Curve windows learned</source>
        <translation>Okna krzywej ustalone</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Uszkodzone</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemne</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Folder danych</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decyduj</translation>
    </message>
    <message>
        <source>Decide about a defect</source>
        <translation>Decyzja o wadzie</translation>
    </message>
    <message>
        <source>Decided about the unit</source>
        <translation>Decyzja o sztuce</translation>
    </message>
    <message>
        <source>Decided by {by}: {decided}.</source>
        <translation>Zdecydował {by}: {decided}.</translation>
    </message>
    <message>
        <source>Decided here: {response} · {title}</source>
        <translation>Zdecydowano tu: {response} · {title}</translation>
    </message>
    <message>
        <source>Decided {time}</source>
        <translation>Decyzja {time}</translation>
    </message>
    <message>
        <source>Decided: {title}</source>
        <translation>Zdecydowano: {title}</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decyzja</translation>
    </message>
    <message>
        <source>Decision waiting</source>
        <translation>Decyzja czeka</translation>
    </message>
    <message>
        <source>Decision waiting: {title}</source>
        <translation>Decyzja czeka: {title}</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Wada</translation>
    </message>
    <message>
        <source>Defect put right</source>
        <translation>Wada poprawiona</translation>
    </message>
    <message>
        <source>Defect {number} of {serial} was put right already.</source>
        <translation>Wadę {number} sztuki {serial} już poprawiono.</translation>
    </message>
    <message>
        <source>Delete the last character</source>
        <translation>Usuń ostatni znak</translation>
    </message>
    <message>
        <source>Dent</source>
        <translation>Wgniecenie</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Urządzenie</translation>
    </message>
    <message>
        <source>Device exchanged</source>
        <translation>Wymiana urządzenia</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Urządzenia</translation>
    </message>
    <message>
        <source>Dirt</source>
        <translation>Brud</translation>
    </message>
    <message>
        <source>Dirty</source>
        <translation>Brudne</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Dysk</translation>
    </message>
    <message>
        <source>Disk {percent} % full</source>
        <translation>Dysk {percent} %</translation>
    </message>
    <message>
        <source>Do every extra check that follows.</source>
        <translation>Zrób każdą dodatkową kontrolę.</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Wykonaj</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Powtórz</translation>
    </message>
    <message>
        <source>Do it and redo</source>
        <translation>Wykonaj i powtórz</translation>
    </message>
    <message>
        <source>Do not go on with this unit.</source>
        <translation>Nie pracuj dalej na tej sztuce.</translation>
    </message>
    <message>
        <source>Do not use {device}. Calibration is over.</source>
        <translation>Nie używaj: {device}. Kalibracja po terminie.</translation>
    </message>
    <message>
        <source>Do not use {device}. Calibration was withdrawn.</source>
        <translation>Nie używaj: {device}. Kalibrację wycofano.</translation>
    </message>
    <message>
        <source>Do not use {device}. It is not calibrated.</source>
        <translation>Nie używaj: {device}. Brak kalibracji.</translation>
    </message>
    <message>
        <source>Do not work at this station yet.</source>
        <translation>Jeszcze nie pracuj na tym stanowisku.</translation>
    </message>
    <message>
        <source>Do the check: press See the checks.</source>
        <translation>Zrób kontrolę: naciśnij Zobacz kontrole.</translation>
    </message>
    <message>
        <source>Do the step again, or try a device again.</source>
        <translation>Powtórz krok lub spróbuj ponownie z urządzeniem.</translation>
    </message>
    <message>
        <source>Do the step by the alternative.</source>
        <translation>Wykonaj krok metodą zastępczą.</translation>
    </message>
    <message>
        <source>Do the step with the gate itself.</source>
        <translation>Wykonaj krok z zabezpieczeniem.</translation>
    </message>
    <message>
        <source>Do this</source>
        <translation>Do wykonania</translation>
    </message>
    <message>
        <source>Do “{step}” again. Why?</source>
        <translation>Powtórzyć „{step}”. Dlaczego?</translation>
    </message>
    <message>
        <source>Does not answer well</source>
        <translation>Odpowiada źle</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Nie działa</translation>
    </message>
    <message>
        <source>Does work need it?</source>
        <translation>Czy praca go wymaga?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Done at another place</source>
        <translation>Zrobione gdzie indziej</translation>
    </message>
    <message>
        <source>Done by an alternative at {where}</source>
        <translation>Metodą zastępczą: {where}</translation>
    </message>
    <message>
        <source>Done by the alternative</source>
        <translation>Zrobione zamiennie</translation>
    </message>
    <message>
        <source>Done elsewhere</source>
        <translation>Zrobiono gdzie indziej</translation>
    </message>
    <message>
        <source>Done wrong</source>
        <translation>Źle zrobione</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>W dół</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Sterownik</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Do zrobienia</translation>
    </message>
    <message>
        <source>Due {due}, record {record}. {owner}: {action}</source>
        <translation>Termin {due}, zapis {record}. {owner}: {action}</translation>
    </message>
    <message>
        <source>EWMA</source>
        <translation>EWMA</translation>
    </message>
    <message>
        <source>Each change is recorded with your name and a reason.</source>
        <translation>Każda zmiana jest zapisywana z nazwiskiem i powodem.</translation>
    </message>
    <message>
        <source>Ended on {until}</source>
        <translation>Wygasło {until}</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Inżynier</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Powiększ</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Zgłoszenie</translation>
    </message>
    <message>
        <source>Enter number</source>
        <translation>Numer</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>Wpisz swój PIN</translation>
    </message>
    <message>
        <source>Enter your number</source>
        <translation>Wpisz swój numer</translation>
    </message>
    <message>
        <source>Every required value is recorded with proof.</source>
        <translation>Każda wymagana wartość ma zapisany dowód.</translation>
    </message>
    <message>
        <source>Every try is kept with this unit.</source>
        <translation>Każda próba zostaje przy tej sztuce.</translation>
    </message>
    <message>
        <source>Every {component} is recorded by its lot.</source>
        <translation>Zapisywane według partii: {component}.</translation>
    </message>
    <message>
        <source>Every {component} is recorded by its serial number.</source>
        <translation>Zapisywane według numeru seryjnego: {component}.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Wszyscy</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Dowód</translation>
    </message>
    <message>
        <source>Evidence asked for</source>
        <translation>Zażądano dowodu</translation>
    </message>
    <message>
        <source>Evidence is missing</source>
        <translation>Brak dowodu</translation>
    </message>
    <message>
        <source>Evidence settled</source>
        <translation>Dowód rozstrzygnięty</translation>
    </message>
    <message>
        <source>Export the records</source>
        <translation>Eksportuj zapisy</translation>
    </message>
    <message>
        <source>Extra checks that follow</source>
        <translation>Dodatkowe kontrole</translation>
    </message>
    <message>
        <source>Failed and used as is at {where}</source>
        <translation>Zły wynik, użyto bez zmian: {where}</translation>
    </message>
    <message>
        <source>Far outside the limits. Type it again.</source>
        <translation>Daleko poza granicami. Wpisz jeszcze raz.</translation>
    </message>
    <message>
        <source>Fetch documents of the plant</source>
        <translation>Pobierz dokumenty zakładu</translation>
    </message>
    <message>
        <source>Fetch this</source>
        <translation>Przynieś to</translation>
    </message>
    <message>
        <source>Fetch {count} of these</source>
        <translation>Przynieś: {count} szt.</translation>
    </message>
    <message>
        <source>Fetching results</source>
        <translation>Pobieranie wyników</translation>
    </message>
    <message>
        <source>Find its other window and work there, or close it.</source>
        <translation>Znajdź drugie okno i pracuj w nim albo je zamknij.</translation>
    </message>
    <message>
        <source>Finish order {order} first, here or there.</source>
        <translation>Najpierw zakończ zlecenie {order}, tu lub tam.</translation>
    </message>
    <message>
        <source>Finish the sample on that unit first.</source>
        <translation>Najpierw zakończ próbkę na tamtej sztuce.</translation>
    </message>
    <message>
        <source>Finish unit {open} first.</source>
        <translation>Najpierw zakończ sztukę {open}.</translation>
    </message>
    <message>
        <source>Finished at {time}</source>
        <translation>Gotowe o {time}</translation>
    </message>
    <message>
        <source>First piece approved</source>
        <translation>Pierwsza sztuka zatwierdzona</translation>
    </message>
    <message>
        <source>First the check: {check}</source>
        <translation>Najpierw kontrola: {check}</translation>
    </message>
    <message>
        <source>First: {check}</source>
        <translation>Najpierw: {check}</translation>
    </message>
    <message>
        <source>Fixture dirty</source>
        <translation>Uchwyt brudny</translation>
    </message>
    <message>
        <source>Fixture worn</source>
        <translation>Uchwyt zużyty</translation>
    </message>
    <message>
        <source>Floor space</source>
        <translation>Mało miejsca</translation>
    </message>
    <message>
        <source>For a second one, scan the reason: damaged, lost or unreadable.</source>
        <translation>Dla drugiej skanuj powód: uszkodzona, zgubiona lub nieczytelna.</translation>
    </message>
    <message>
        <source>For another order: choose that order first.</source>
        <translation>Inne zlecenie: najpierw je wybierz.</translation>
    </message>
    <message>
        <source>For another variant</source>
        <translation>Do innego wariantu</translation>
    </message>
    <message>
        <source>For maintenance</source>
        <translation>Dla utrzymania ruchu</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Dla wsparcia</translation>
    </message>
    <message>
        <source>For {age}</source>
        <translation>Od {age}</translation>
    </message>
    <message>
        <source>For: {about}</source>
        <translation>Dla: {about}</translation>
    </message>
    <message>
        <source>Found out by a person: {where}</source>
        <translation>Przypisane przez osobę: {where}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Skąd</translation>
    </message>
    <message>
        <source>From 1 to {most}</source>
        <translation>Od 1 do {most}</translation>
    </message>
    <message>
        <source>From an earlier decision: {response}. {outcome}</source>
        <translation>Wcześniejsza decyzja: {response}. {outcome}</translation>
    </message>
    <message>
        <source>From the system</source>
        <translation>Z systemu</translation>
    </message>
    <message>
        <source>From the team</source>
        <translation>Od zespołu</translation>
    </message>
    <message>
        <source>From {from} to {to}, {minutes} min</source>
        <translation>Od {from} do {to}, {minutes} min</translation>
    </message>
    <message>
        <source>From {location}</source>
        <translation>Z {location}</translation>
    </message>
    <message>
        <source>From: {role}. No unit begins before it was read.</source>
        <translation>Od: {role}. Bez przeczytania nie zacznie się żadna sztuka.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pełny ekran</translation>
    </message>
    <message>
        <source>Gate bypassed</source>
        <translation>Zabezpieczenie ominięte</translation>
    </message>
    <message>
        <source>Gate verified</source>
        <translation>Zabezpieczenie sprawdzone</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Przyrząd</translation>
    </message>
    <message>
        <source>Gauge offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Gauge ready</source>
        <translation>Gotowy</translation>
    </message>
    <message>
        <source>Gauge {device} is not set up here.</source>
        <translation>Przyrządu {device} tu nie skonfigurowano.</translation>
    </message>
    <message>
        <source>Give answer</source>
        <translation>Odpowiedz</translation>
    </message>
    <message>
        <source>Gloves</source>
        <translation>Rękawice</translation>
    </message>
    <message>
        <source>Go back and carry on with the step.</source>
        <translation>Wróć i kontynuuj krok.</translation>
    </message>
    <message>
        <source>Go back and finish unit {open}.</source>
        <translation>Wróć i zakończ sztukę {open}.</translation>
    </message>
    <message>
        <source>Go back and measure with the gauge.</source>
        <translation>Wróć i zmierz przyrządem.</translation>
    </message>
    <message>
        <source>Go back and read the step, then confirm it.</source>
        <translation>Wróć, przeczytaj krok, potem potwierdź.</translation>
    </message>
    <message>
        <source>Go back to the step when you can go on.</source>
        <translation>Wróć do kroku, gdy można iść dalej.</translation>
    </message>
    <message>
        <source>Go back, press “Measure again”, then measure.</source>
        <translation>Wróć, naciśnij „Zmierz ponownie” i zmierz.</translation>
    </message>
    <message>
        <source>Go back, read it and confirm.</source>
        <translation>Wróć, przeczytaj i potwierdź.</translation>
    </message>
    <message>
        <source>Go back, read the screen, then scan again.</source>
        <translation>Wróć, przeczytaj ekran i skanuj ponownie.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Kontynuuj</translation>
    </message>
    <message>
        <source>Go on after a finished or held unit.</source>
        <translation>Dalej po gotowej lub zablokowanej sztuce.</translation>
    </message>
    <message>
        <source>Go on with the step.</source>
        <translation>Kontynuuj krok.</translation>
    </message>
    <message>
        <source>Go there, or say that it is solved.</source>
        <translation>Idź tam lub zgłoś, że rozwiązane.</translation>
    </message>
    <message>
        <source>Go to a button</source>
        <translation>Przejdź do przycisku</translation>
    </message>
    <message>
        <source>Goes to: {who}</source>
        <translation>Idzie do: {who}</translation>
    </message>
    <message>
        <source>Got worse</source>
        <translation>Gorzej</translation>
    </message>
    <message>
        <source>Guard closed</source>
        <translation>Osłona zamknięta</translation>
    </message>
    <message>
        <source>Guard open</source>
        <translation>Osłona otwarta</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Przekaż</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Przekazanie</translation>
    </message>
    <message>
        <source>Handover by {name} waits</source>
        <translation>Czeka przekazanie: {name}</translation>
    </message>
    <message>
        <source>Handover by {name} · {shift} · {time}</source>
        <translation>Przekazuje {name} · {shift} · {time}</translation>
    </message>
    <message>
        <source>Handover · {station}</source>
        <translation>Przekazanie · {station}</translation>
    </message>
    <message>
        <source>Handover · {station} · {shift}</source>
        <translation>Przekazanie · {station} · {shift}</translation>
    </message>
    <message>
        <source>Handover · {station} · {shift} → {next}</source>
        <translation>Przekazanie · {station} · {shift} → {next}</translation>
    </message>
    <message>
        <source>Have it put right, then do the check again.</source>
        <translation>Zleć naprawę, potem powtórz kontrolę.</translation>
    </message>
    <message>
        <source>Have the certificate renewed.</source>
        <translation>Odnów uprawnienie.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Skuteczne</translation>
    </message>
    <message>
        <source>Help called</source>
        <translation>Wezwano pomoc</translation>
    </message>
    <message>
        <source>Help is here.</source>
        <translation>Pomoc jest tutaj.</translation>
    </message>
    <message>
        <source>Help knows of it.</source>
        <translation>Pomoc o tym wie.</translation>
    </message>
    <message>
        <source>Here after {time}</source>
        <translation>Tutaj po {time}</translation>
    </message>
    <message>
        <source>Here, with badge</source>
        <translation>Jestem, z kartą</translation>
    </message>
    <message>
        <source>Hint: 14 points go up and down</source>
        <translation>Wskazówka: 14 punktów w górę i w dół</translation>
    </message>
    <message>
        <source>Hint: 15 points close to the centre</source>
        <translation>Wskazówka: 15 punktów blisko środka</translation>
    </message>
    <message>
        <source>Hint: 2 of 3 points beyond 2 σ</source>
        <translation>Wskazówka: 2 z 3 punktów poza 2&#xa0;σ</translation>
    </message>
    <message>
        <source>Hint: 4 of 5 points beyond 1 σ</source>
        <translation>Wskazówka: 4 z 5 punktów poza 1&#xa0;σ</translation>
    </message>
    <message>
        <source>Hint: 6 points rise or fall</source>
        <translation>Wskazówka: 6 punktów rośnie lub maleje</translation>
    </message>
    <message>
        <source>Hint: 8 points away from the centre</source>
        <translation>Wskazówka: 8 punktów daleko od środka</translation>
    </message>
    <message>
        <source>Hint: 8 points on one side</source>
        <translation>Wskazówka: 8 punktów po jednej stronie</translation>
    </message>
    <message>
        <source>Hint: 9 points on one side</source>
        <translation>Wskazówka: 9 punktów po jednej stronie</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Blokada</translation>
    </message>
    <message>
        <source>Hold a bank card against the blue bar.</source>
        <translation>Przyłóż kartę bankową do niebieskiego paska.</translation>
    </message>
    <message>
        <source>Hold on a part lifted</source>
        <translation>Zdjęto blokadę części</translation>
    </message>
    <message>
        <source>Hold the lot</source>
        <translation>Zablokuj partię</translation>
    </message>
    <message>
        <source>Hold {argument}</source>
        <translation>Blokada {argument}</translation>
    </message>
    <message>
        <source>Hold {hold} by {owner}: {reason}. The unit stays open until it is out.</source>
        <translation>Blokada {hold}, {owner}: {reason}. Sztuka zostaje otwarta do wyjęcia części.</translation>
    </message>
    <message>
        <source>Hold {hold} came after it was fitted. The unit stays open.</source>
        <translation>Blokada {hold} przyszła po montażu. Sztuka zostaje otwarta.</translation>
    </message>
    <message>
        <source>Hold {hold}: “{reason}”</source>
        <translation>Blokada {hold}: „{reason}”</translation>
    </message>
    <message>
        <source>Holds all records of this station</source>
        <translation>Zawiera wszystkie zapisy stanowiska</translation>
    </message>
    <message>
        <source>Holds until {time}</source>
        <translation>Obowiązuje do {time}</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Jak poważna</translation>
    </message>
    <message>
        <source>How it should be</source>
        <translation>Jak ma być</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Ile</translation>
    </message>
    <message>
        <source>How many are there?</source>
        <translation>Ile ich jest?</translation>
    </message>
    <message>
        <source>How many come from this box?</source>
        <translation>Ile pochodzi z tej skrzynki?</translation>
    </message>
    <message>
        <source>How many come out?</source>
        <translation>Ile wyjmujesz?</translation>
    </message>
    <message>
        <source>How many pieces are in the box?</source>
        <translation>Ile sztuk jest w skrzynce?</translation>
    </message>
    <message>
        <source>How old it is. The server sends it.</source>
        <translation>Jak jest stara. Wysyła ją serwer.</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>Nie wiem</translation>
    </message>
    <message>
        <source>I hand the shift over</source>
        <translation>Przekazuję zmianę</translation>
    </message>
    <message>
        <source>I have come to help</source>
        <translation>Przychodzę z pomocą</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Przeczytane</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Widzę to</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Potrzebuję pomocy</translation>
    </message>
    <message>
        <source>I take the shift over</source>
        <translation>Przejmuję zmianę</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>If it is not there, press “Not there”.</source>
        <translation>Jeśli jej nie ma, naciśnij „Nie ma”.</translation>
    </message>
    <message>
        <source>If it stays: maintenance sets the scanner’s suffix to Enter.</source>
        <translation>Jeśli to trwa: utrzymanie ruchu ustawi Enter na końcu skanu.</translation>
    </message>
    <message>
        <source>In a few words.</source>
        <translation>W kilku słowach.</translation>
    </message>
    <message>
        <source>In own words</source>
        <translation>Własnymi słowami</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>W toku</translation>
    </message>
    <message>
        <source>In the queue: end your work here.</source>
        <translation>W kolejce: zakończ tu pracę.</translation>
    </message>
    <message>
        <source>In the unit: {count}</source>
        <translation>W sztuce: {count}</translation>
    </message>
    <message>
        <source>In work here</source>
        <translation>Tutaj w toku</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Własnymi słowami</translation>
    </message>
    <message>
        <source>Inspection: this place is good.</source>
        <translation>Kontrola: to miejsce jest dobre.</translation>
    </message>
    <message>
        <source>Inspection: this place is not good.</source>
        <translation>Kontrola: to miejsce nie jest dobre.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Kontroler</translation>
    </message>
    <message>
        <source>Instruction wrong</source>
        <translation>Zła instrukcja</translation>
    </message>
    <message>
        <source>Instruction {instruction} has no released revision at this station.</source>
        <translation>Instrukcja {instruction} nie ma na stanowisku zwolnionej wersji.</translation>
    </message>
    <message>
        <source>Is everything to be seen, and sharp?</source>
        <translation>Czy wszystko widać, i ostro?</translation>
    </message>
    <message>
        <source>Is here</source>
        <translation>Jest tutaj</translation>
    </message>
    <message>
        <source>Is here: not recorded</source>
        <translation>Jest tutaj: nie zapisano</translation>
    </message>
    <message>
        <source>Is it here? Leave it at {station}, or press “It is here”.</source>
        <translation>Jest tu? Odstaw ją na {station} lub naciśnij „Jest tutaj”.</translation>
    </message>
    <message>
        <source>It answers: {identity}</source>
        <translation>Odpowiada: {identity}</translation>
    </message>
    <message>
        <source>It begins in a moment.</source>
        <translation>Zaraz się zacznie.</translation>
    </message>
    <message>
        <source>It came back within {count} units.</source>
        <translation>Wróciło w ciągu {count} szt.</translation>
    </message>
    <message>
        <source>It can be answered by: {roles}.</source>
        <translation>Odpowiedzieć może: {roles}.</translation>
    </message>
    <message>
        <source>It can be confirmed in {seconds} s. Nothing was recorded yet.</source>
        <translation>Potwierdzić można za {seconds} s. Jeszcze nic nie zapisano.</translation>
    </message>
    <message>
        <source>It can be corrected by: {roles}. Nothing was changed.</source>
        <translation>Poprawić może: {roles}. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>It can only be read. What was recorded before is safe.</source>
        <translation>Można go tylko czytać. Wcześniejsze zapisy są bezpieczne.</translation>
    </message>
    <message>
        <source>It can wait</source>
        <translation>Może poczekać</translation>
    </message>
    <message>
        <source>It cannot be gone on with. Begin it anew.</source>
        <translation>Nie można kontynuować. Zacznij od nowa.</translation>
    </message>
    <message>
        <source>It did not confirm its lock. The station keeps trying; call maintenance.</source>
        <translation>Brak potwierdzenia blokady. Próby trwają; wezwij utrzymanie ruchu.</translation>
    </message>
    <message>
        <source>It did not work: {why}</source>
        <translation>Nie udało się: {why}</translation>
    </message>
    <message>
        <source>It ends by itself.</source>
        <translation>Skończy się samo.</translation>
    </message>
    <message>
        <source>It expires before lot {lot}. This plant uses it up first.</source>
        <translation>Traci ważność przed partią {lot}. Ten zakład zużywa ją najpierw.</translation>
    </message>
    <message>
        <source>It goes back. It is not finished here.</source>
        <translation>Wraca. Nie będzie tu ukończona.</translation>
    </message>
    <message>
        <source>It got worse within {count} units.</source>
        <translation>Pogorszyło się w ciągu {count} szt.</translation>
    </message>
    <message>
        <source>It has a defect and waits for rework.</source>
        <translation>Ma wadę i czeka na poprawę.</translation>
    </message>
    <message>
        <source>It has a defect. Quality decides.</source>
        <translation>Ma wadę. Decyduje jakość.</translation>
    </message>
    <message>
        <source>It held: no repeat in {count} units.</source>
        <translation>Skuteczne: bez powtórki przez {count} szt.</translation>
    </message>
    <message>
        <source>It holds for a shift.</source>
        <translation>Obowiązuje przez zmianę.</translation>
    </message>
    <message>
        <source>It is damaged or wrongly printed. Nothing was recorded.</source>
        <translation>Jest uszkodzona lub źle wydrukowana. Nic nie zapisano.</translation>
    </message>
    <message>
        <source>It is decided already.</source>
        <translation>Już zdecydowano.</translation>
    </message>
    <message>
        <source>It is finished, and proof is missing. Quality decides about it.</source>
        <translation>Jest gotowa, ale brakuje dowodów. Decyduje jakość.</translation>
    </message>
    <message>
        <source>It is finished, not released, or for another station.</source>
        <translation>Jest gotowe, niezwolnione lub dla innego stanowiska.</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>Jest tutaj</translation>
    </message>
    <message>
        <source>It is in no bill of this unit.</source>
        <translation>Nie ma jej na liście części tej sztuki.</translation>
    </message>
    <message>
        <source>It is in the instruction ({revision}).</source>
        <translation>Jest w instrukcji ({revision}).</translation>
    </message>
    <message>
        <source>It is in work, provable, or somebody settled it before.</source>
        <translation>Jest w pracy, ma dowód lub już ją rozstrzygnięto.</translation>
    </message>
    <message>
        <source>It is kept as it is. Nothing is written to it or deleted.</source>
        <translation>Zostaje bez zmian. Nic się nie zapisuje ani nie usuwa.</translation>
    </message>
    <message>
        <source>It is kept for a person to look at.</source>
        <translation>Zapisano, aby osoba to obejrzała.</translation>
    </message>
    <message>
        <source>It is kept for a person, and counts for nothing.</source>
        <translation>Zapisano go dla osoby i nie liczy się.</translation>
    </message>
    <message>
        <source>It is no label of this plant.</source>
        <translation>To nie jest etykieta tego zakładu.</translation>
    </message>
    <message>
        <source>It is on hold: proof is missing. Quality decides about it.</source>
        <translation>Zablokowana: brakuje dowodów. Decyduje jakość.</translation>
    </message>
    <message>
        <source>It is on record with its place, its time and your name.</source>
        <translation>Zapisano z miejscem, czasem i Twoim nazwiskiem.</translation>
    </message>
    <message>
        <source>It is overdue, and no unit is begun here before it is done.</source>
        <translation>Jest po terminie; bez niej nie zacznie się tu żadna sztuka.</translation>
    </message>
    <message>
        <source>It is recorded, and the check goes on.</source>
        <translation>Będzie zapisane, kontrola trwa dalej.</translation>
    </message>
    <message>
        <source>It is recorded. A few words help whoever comes.</source>
        <translation>Zapisano. Kilka słów pomoże temu, kto przyjdzie.</translation>
    </message>
    <message>
        <source>It is recorded. Measure again.</source>
        <translation>Zapisano. Zmierz ponownie.</translation>
    </message>
    <message>
        <source>It is safe again</source>
        <translation>Znów bezpiecznie</translation>
    </message>
    <message>
        <source>It is scrapped. It never goes on.</source>
        <translation>To złom. Nigdy nie pójdzie dalej.</translation>
    </message>
    <message>
        <source>It is still watched.</source>
        <translation>Nadal w obserwacji.</translation>
    </message>
    <message>
        <source>It is too rare to tell.</source>
        <translation>Zbyt rzadkie, aby ocenić.</translation>
    </message>
    <message>
        <source>It lasted {minutes} min. Nothing was changed.</source>
        <translation>Trwał {minutes} min. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>It matters for safety: a second person has to sign.</source>
        <translation>Ważne dla bezpieczeństwa: podpisuje druga osoba.</translation>
    </message>
    <message>
        <source>It may be used at station {station} only.</source>
        <translation>Można go użyć tylko na stanowisku {station}.</translation>
    </message>
    <message>
        <source>It may not go on before a person decides.</source>
        <translation>Nie może iść dalej bez decyzji osoby.</translation>
    </message>
    <message>
        <source>It may still run. Results are fetched when the link is back.</source>
        <translation>Może jeszcze pracować. Wyniki zostaną pobrane po powrocie połączenia.</translation>
    </message>
    <message>
        <source>It must be approved before the next unit starts.</source>
        <translation>Musi być zatwierdzona przed następną sztuką.</translation>
    </message>
    <message>
        <source>It names a unit that is not known here. Whose is it?</source>
        <translation>Podaje nieznaną tu sztukę. Czyj to wynik?</translation>
    </message>
    <message>
        <source>It names another unit. It is kept for a person; do this place again.</source>
        <translation>Podaje inną sztukę. Zapisano dla osoby; powtórz to miejsce.</translation>
    </message>
    <message>
        <source>It need not be activated again.</source>
        <translation>Nie trzeba go włączać ponownie.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”.</source>
        <translation>Wymaga prawa „{right}”.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask {who}.</source>
        <translation>Wymaga prawa „{right}”. Zapytaj: {who}.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask {who}. Nothing is lost until then.</source>
        <translation>Wymaga prawa „{right}”. Zapytaj: {who}. Do tego czasu nic nie ginie.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask: {who}.</source>
        <translation>Wymaga prawa „{right}”. Zapytaj: {who}.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Nobody here has it.</source>
        <translation>Wymaga prawa „{right}”. Nikt tu go nie ma.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Nothing is lost until then.</source>
        <translation>Wymaga prawa „{right}”. Do tego czasu nic nie ginie.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Press Confirm to ask for it.</source>
        <translation>Wymaga prawa „{right}”. Naciśnij Potwierdź, aby poprosić.</translation>
    </message>
    <message>
        <source>It opens its records. Wait a moment.</source>
        <translation>Otwiera swoje zapisy. Poczekaj chwilę.</translation>
    </message>
    <message>
        <source>It says “{says}”. Check the fixture, then try again.</source>
        <translation>„{says}”. Sprawdź uchwyt i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>It says “{says}”. Press Try again, or call maintenance.</source>
        <translation>Komunikat: „{says}”. Naciśnij Spróbuj ponownie lub wezwij utrzymanie ruchu.</translation>
    </message>
    <message>
        <source>It says “{says}”. Try again, or call maintenance.</source>
        <translation>Komunikat: „{says}”. Spróbuj ponownie lub wezwij utrzymanie ruchu.</translation>
    </message>
    <message>
        <source>It says “{says}”. Try again; if it stays so, press Problem.</source>
        <translation>Komunikat: „{says}”. Spróbuj ponownie; jeśli nie pomoże, naciśnij Problem.</translation>
    </message>
    <message>
        <source>It says: {why}</source>
        <translation>Komunikat: {why}</translation>
    </message>
    <message>
        <source>It shows in the record, with your name.</source>
        <translation>Widać to w zapisie, z Twoim nazwiskiem.</translation>
    </message>
    <message>
        <source>It stays not provable. Two people sign, and the record names them.</source>
        <translation>Nadal bez dowodu. Podpisują dwie osoby, zapis je wymienia.</translation>
    </message>
    <message>
        <source>It stays open until you say it is settled.</source>
        <translation>Jest otwarte, aż zaznaczysz Wyjaśnione.</translation>
    </message>
    <message>
        <source>It takes the right “{right}”. Nothing was recorded.</source>
        <translation>Wymaga prawa „{right}”. Nic nie zapisano.</translation>
    </message>
    <message>
        <source>It waits for a person’s decision.</source>
        <translation>Czeka na decyzję osoby.</translation>
    </message>
    <message>
        <source>It waits for no result of this tool. The result is kept.</source>
        <translation>Nie czeka na wynik tego narzędzia. Wynik zapisano.</translation>
    </message>
    <message>
        <source>It was approved for station {station}.</source>
        <translation>Zatwierdzono je dla stanowiska {station}.</translation>
    </message>
    <message>
        <source>It was approved for {count} units. The gate is locked.</source>
        <translation>Zatwierdzone sztuki: {count}. Zabezpieczenie zablokowane.</translation>
    </message>
    <message>
        <source>It was decided and signed. Nothing more is done on it here.</source>
        <translation>Zdecydowano i podpisano. Tu nic się już przy niej nie robi.</translation>
    </message>
    <message>
        <source>It was decided and signed. Nothing more is done on it.</source>
        <translation>Zdecydowano i podpisano. Nic się już przy niej nie robi.</translation>
    </message>
    <message>
        <source>It was for {count} units.</source>
        <translation>Objęte sztuki: {count}.</translation>
    </message>
    <message>
        <source>It was made for the step before, which is done. It is kept; go on here.</source>
        <translation>Był z poprzedniego kroku, już gotowego. Zapisano; pracuj dalej.</translation>
    </message>
    <message>
        <source>It was not in work when the result came, or has moved on.</source>
        <translation>Nie była w toku, gdy przyszedł, albo poszła dalej.</translation>
    </message>
    <message>
        <source>It was put off before.</source>
        <translation>Była już przełożona.</translation>
    </message>
    <message>
        <source>It was solved or cancelled before. Nothing was recorded.</source>
        <translation>Rozwiązano je lub odwołano wcześniej. Nic nie zapisano.</translation>
    </message>
    <message>
        <source>It was taken back.</source>
        <translation>Cofnięto to.</translation>
    </message>
    <message>
        <source>It was taken out before.</source>
        <translation>Wyjęto ją wcześniej.</translation>
    </message>
    <message>
        <source>It was valid until {until}. Ask the team lead.</source>
        <translation>Było ważne do {until}. Zapytaj lidera.</translation>
    </message>
    <message>
        <source>It was valid until {until}. With a trainer you can work all the same.</source>
        <translation>Było ważne do {until}. Z trenerem można mimo to pracować.</translation>
    </message>
    <message>
        <source>It was wrong</source>
        <translation>Było błędne</translation>
    </message>
    <message>
        <source>It works now. Was it this: {cause}?</source>
        <translation>Teraz działa. Czy to było to: {cause}?</translation>
    </message>
    <message>
        <source>Its answer was not used.</source>
        <translation>Jej odpowiedzi nie użyto.</translation>
    </message>
    <message>
        <source>Its calibration is over. The value is kept for a person to look at.</source>
        <translation>Kalibracja po terminie. Wartość zapisano, obejrzy ją osoba.</translation>
    </message>
    <message>
        <source>Its own step asks for it. Nothing was added.</source>
        <translation>Pyta o nią jej własny krok. Nic nie dodano.</translation>
    </message>
    <message>
        <source>Its software is new: it brings its records up to date. {percent} % done.</source>
        <translation>Program jest nowy: zapisy są aktualizowane. Gotowe: {percent} %.</translation>
    </message>
    <message>
        <source>Its step is then to do again.</source>
        <translation>Potem trzeba powtórzyć jej krok.</translation>
    </message>
    <message>
        <source>Its step was done already. Whose is it?</source>
        <translation>Krok był już gotowy. Czyj to wynik?</translation>
    </message>
    <message>
        <source>Its time is over.</source>
        <translation>Czas minął.</translation>
    </message>
    <message>
        <source>Its time is over. The gate is locked.</source>
        <translation>Czas minął. Zabezpieczenie zablokowane.</translation>
    </message>
    <message>
        <source>Its unit was on hold. Whose is it?</source>
        <translation>Sztuka była zablokowana. Czyj to wynik?</translation>
    </message>
    <message>
        <source>Its value set off an alarm of the control chart.</source>
        <translation>Jej wartość wywołała alarm karty kontrolnej.</translation>
    </message>
    <message>
        <source>Its work of order {order} is not finished. {station} had it last.</source>
        <translation>Praca ze zlecenia {order} nieskończona. Ostatnio: {station}.</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Ocena</translation>
    </message>
    <message>
        <source>Keep hands off.</source>
        <translation>Nie dotykać.</translation>
    </message>
    <message>
        <source>Keep it for a unit of that variant.</source>
        <translation>Zostaw ją dla sztuki tamtego wariantu.</translation>
    </message>
    <message>
        <source>Keep the words</source>
        <translation>Zachowaj tekst</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Call support if it stays so.</source>
        <translation>Pracuj dalej, wszystko zostaje tutaj. Jeśli to trwa, wezwij wsparcie.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Call support.</source>
        <translation>Pracuj dalej, wszystko zostaje tutaj. Wezwij wsparcie.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. It is sent by itself.</source>
        <translation>Pracuj dalej, wszystko zostaje tutaj. Wyśle się samo.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Nothing is sent until support has decided. Call support.</source>
        <translation>Pracuj dalej, wszystko zostaje tutaj. Nic się nie wysyła. Wezwij wsparcie.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support enrols this station again.</source>
        <translation>Pracuj dalej, wszystko zostaje tutaj. Wsparcie zgłosi stanowisko ponownie.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support renews it, or sets this station’s clock.</source>
        <translation>Pracuj dalej, wszystko zostaje tutaj. Wsparcie odnowi go lub ustawi zegar.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support updates the server.</source>
        <translation>Pracuj dalej, wszystko zostaje tutaj. Wsparcie zaktualizuje serwer.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support updates this station, then it is sent.</source>
        <translation>Pracuj dalej, wszystko zostaje tutaj. Wsparcie zaktualizuje stanowisko, potem wysyłka.</translation>
    </message>
    <message>
        <source>Keep working; tell maintenance.</source>
        <translation>Pracuj dalej; zgłoś usterkę.</translation>
    </message>
    <message>
        <source>Kept as {file}</source>
        <translation>Zapisano jako {file}</translation>
    </message>
    <message>
        <source>Kept safe here</source>
        <translation>Zapisane tutaj</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Rodzaj</translation>
    </message>
    <message>
        <source>Label again: damaged</source>
        <translation>Etykieta ponownie: uszkodzona</translation>
    </message>
    <message>
        <source>Label again: lost</source>
        <translation>Etykieta ponownie: zgubiona</translation>
    </message>
    <message>
        <source>Label again: none came out</source>
        <translation>Etykieta ponownie: nie wyszła</translation>
    </message>
    <message>
        <source>Label again: unreadable</source>
        <translation>Etykieta ponownie: nieczytelna</translation>
    </message>
    <message>
        <source>Label asked for</source>
        <translation>Zamówiono etykietę</translation>
    </message>
    <message>
        <source>Label damaged? Press “Type label”.</source>
        <translation>Etykieta uszkodzona? Naciśnij „Wpisz etykietę”.</translation>
    </message>
    <message>
        <source>Label done</source>
        <translation>Etykieta gotowa</translation>
    </message>
    <message>
        <source>Label not readable</source>
        <translation>Etykieta nieczytelna</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>Drukarka etykiet</translation>
    </message>
    <message>
        <source>Labels waiting: {count}</source>
        <translation>Czekające etykiety: {count}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Language of this station</source>
        <translation>Język stanowiska</translation>
    </message>
    <message>
        <source>Larger buttons, further from each other</source>
        <translation>Większe przyciski, dalej od siebie</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Ostatni sygnał</translation>
    </message>
    <message>
        <source>Last result · {place} · {time}</source>
        <translation>Ostatni wynik · {place} · {time}</translation>
    </message>
    <message>
        <source>Last time: {response}. {outcome}</source>
        <translation>Ostatnio: {response}. {outcome}</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Ostatnia wartość</translation>
    </message>
    <message>
        <source>Last value · {time}</source>
        <translation>Ostatnia wartość · {time}</translation>
    </message>
    <message>
        <source>Last {time}</source>
        <translation>Ostatnio {time}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Później</translation>
    </message>
    <message>
        <source>Later delivery</source>
        <translation>Późniejsza dostawa</translation>
    </message>
    <message>
        <source>Leak</source>
        <translation>Wyciek</translation>
    </message>
    <message>
        <source>Leave a step out</source>
        <translation>Pomijanie kroku</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Pomiń</translation>
    </message>
    <message>
        <source>Leave out: {step}</source>
        <translation>Pomiń: {step}</translation>
    </message>
    <message>
        <source>Leave the unit</source>
        <translation>Odstaw sztukę</translation>
    </message>
    <message>
        <source>Leave this unit</source>
        <translation>Odstaw tę sztukę</translation>
    </message>
    <message>
        <source>Left open at {station}, {time}</source>
        <translation>Zostawiona otwarta: {station}, {time}</translation>
    </message>
    <message>
        <source>Less margin</source>
        <translation>Mniejszy zapas</translation>
    </message>
    <message>
        <source>Let somebody else go on: scan their badge.</source>
        <translation>Niech pracuje inna osoba: skanuj jej kartę.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasne</translation>
    </message>
    <message>
        <source>Light for bright halls, dark for dim cells</source>
        <translation>Jasne do jasnych hal, ciemne do ciemnych cel</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Granice</translation>
    </message>
    <message>
        <source>Limits are shown after the value.</source>
        <translation>Granice po wartości.</translation>
    </message>
    <message>
        <source>Limits unknown: {where}</source>
        <translation>Nieznane granice: {where}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linia</translation>
    </message>
    <message>
        <source>Line stock</source>
        <translation>Stan na linii</translation>
    </message>
    <message>
        <source>Lines not OK are settled by who has the right: {right}</source>
        <translation>Pozycje nie OK rozstrzyga osoba z prawem: {right}</translation>
    </message>
    <message>
        <source>Lines not OK are settled by: {who}</source>
        <translation>Pozycje nie OK rozstrzyga: {who}</translation>
    </message>
    <message>
        <source>Lines that are not OK: {count}</source>
        <translation>Pozycje nie OK: {count}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Połączenie</translation>
    </message>
    <message>
        <source>Link of a device</source>
        <translation>Połączenie urządzenia</translation>
    </message>
    <message>
        <source>List of people</source>
        <translation>Lista osób</translation>
    </message>
    <message>
        <source>List of people from {age} ago</source>
        <translation>Lista osób sprzed {age}</translation>
    </message>
    <message>
        <source>Location </source>
        <translation>Miejsce </translation>
    </message>
    <message>
        <source>Location {location}</source>
        <translation>Miejsce {location}</translation>
    </message>
    <message>
        <source>Lock again</source>
        <translation>Zablokuj</translation>
    </message>
    <message>
        <source>Long list: the next page.</source>
        <translation>Długa lista: następna strona.</translation>
    </message>
    <message>
        <source>Long list: the page before.</source>
        <translation>Długa lista: poprzednia strona.</translation>
    </message>
    <message>
        <source>Long work</source>
        <translation>Zadanie</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Sprawdź ponownie</translation>
    </message>
    <message>
        <source>Look at every place first.</source>
        <translation>Najpierw obejrzyj każde miejsce.</translation>
    </message>
    <message>
        <source>Look at it again.</source>
        <translation>Obejrzyj jeszcze raz.</translation>
    </message>
    <message>
        <source>Look at the device itself.</source>
        <translation>Obejrzyj samo urządzenie.</translation>
    </message>
    <message>
        <source>Look at the failed value first.</source>
        <translation>Najpierw obejrzyj złą wartość.</translation>
    </message>
    <message>
        <source>Look at the stop again.</source>
        <translation>Zobacz ten postój jeszcze raz.</translation>
    </message>
    <message>
        <source>Look in the printer first. If none came out, scan “label not out”.</source>
        <translation>Najpierw zajrzyj do drukarki. Jeśli nie wyszła, skanuj „etykieta nie wyszła”.</translation>
    </message>
    <message>
        <source>Looking it up …</source>
        <translation>Szukanie …</translation>
    </message>
    <message>
        <source>Looking up the records…</source>
        <translation>Szukanie zapisów…</translation>
    </message>
    <message>
        <source>Looking up …</source>
        <translation>Szukanie …</translation>
    </message>
    <message>
        <source>Looks like a cross-thread</source>
        <translation>Wygląda na krzywy gwint</translation>
    </message>
    <message>
        <source>Looks like a screw that was tight already</source>
        <translation>Wygląda na śrubę już dokręconą</translation>
    </message>
    <message>
        <source>Looks like a stripped thread</source>
        <translation>Wygląda na zerwany gwint</translation>
    </message>
    <message>
        <source>Looks like a wrong or missing washer</source>
        <translation>Wygląda na złą podkładkę lub jej brak</translation>
    </message>
    <message>
        <source>Looks like no screw</source>
        <translation>Wygląda na brak śruby</translation>
    </message>
    <message>
        <source>Looks like stick-slip</source>
        <translation>Wygląda na drgania cierne (stick-slip)</translation>
    </message>
    <message>
        <source>Loosen {place}.</source>
        <translation>Poluzuj: {place}.</translation>
    </message>
    <message>
        <source>Lot expired</source>
        <translation>Partia przeterminowana</translation>
    </message>
    <message>
        <source>Lot not known</source>
        <translation>Partia nieznana</translation>
    </message>
    <message>
        <source>Lot of another part</source>
        <translation>Partia innej części</translation>
    </message>
    <message>
        <source>Lot on hold</source>
        <translation>Partia zablokowana</translation>
    </message>
    <message>
        <source>Lot open for too long</source>
        <translation>Partia za długo otwarta</translation>
    </message>
    <message>
        <source>Lot opened</source>
        <translation>Partia otwarta</translation>
    </message>
    <message>
        <source>Lot or part</source>
        <translation>Partia lub część</translation>
    </message>
    <message>
        <source>Lot used up</source>
        <translation>Partia zużyta</translation>
    </message>
    <message>
        <source>Lot {lot}</source>
        <translation>Partia {lot}</translation>
    </message>
    <message>
        <source>Lot {lot} belongs to {lot_part}, the label says {part}.</source>
        <translation>Partia {lot} należy do {lot_part}, na etykiecie {part}.</translation>
    </message>
    <message>
        <source>Lot {lot} expired on {expired_on}.</source>
        <translation>Partia {lot} straciła ważność {expired_on}.</translation>
    </message>
    <message>
        <source>Lot {lot} is not known at this station.</source>
        <translation>Partia {lot} nie jest znana na tym stanowisku.</translation>
    </message>
    <message>
        <source>Lot {lot} is on hold since {since}.</source>
        <translation>Partia {lot} jest zablokowana od {since}.</translation>
    </message>
    <message>
        <source>Lot {lot} is recorded as not there.</source>
        <translation>Zapisano brak partii {lot}.</translation>
    </message>
    <message>
        <source>Lot {lot} · tool {tool}</source>
        <translation>Partia {lot} · narzędzie {tool}</translation>
    </message>
    <message>
        <source>Lot {name}</source>
        <translation>Partia {name}</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Mało</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maszyna</translation>
    </message>
    <message>
        <source>Machine alarm</source>
        <translation>Alarm maszyny</translation>
    </message>
    <message>
        <source>Machine or fixture</source>
        <translation>Maszyna lub uchwyt</translation>
    </message>
    <message>
        <source>Machine refused</source>
        <translation>Odmowa maszyny</translation>
    </message>
    <message>
        <source>Maintain</source>
        <translation>Konserwacja</translation>
    </message>
    <message>
        <source>Maintain devices</source>
        <translation>Obsługa urządzeń</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Utrzymanie ruchu</translation>
    </message>
    <message>
        <source>Maintenance adds it to the configuration.</source>
        <translation>Utrzymanie ruchu doda je do konfiguracji.</translation>
    </message>
    <message>
        <source>Maintenance sets the scanner to the keyboard layout of this PC.</source>
        <translation>Utrzymanie ruchu ustawi skaner na klawiaturę tego komputera.</translation>
    </message>
    <message>
        <source>Maintenance: check its settings.</source>
        <translation>Utrzymanie ruchu: sprawdź ustawienia.</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Ciężka</translation>
    </message>
    <message>
        <source>Make the proof now</source>
        <translation>Zrób dowód teraz</translation>
    </message>
    <message>
        <source>Make the proof now, or accept the unit without it. Both are signed.</source>
        <translation>Zrób dowód teraz lub przyjmij sztukę bez niego. Oba się podpisuje.</translation>
    </message>
    <message>
        <source>Manage people</source>
        <translation>Zarządzanie osobami</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Materiał</translation>
    </message>
    <message>
        <source>Material missing</source>
        <translation>Brak materiału</translation>
    </message>
    <message>
        <source>Material short</source>
        <translation>Mało materiału</translation>
    </message>
    <message>
        <source>May sign here</source>
        <translation>Mogą tu podpisać</translation>
    </message>
    <message>
        <source>May stay as it is</source>
        <translation>Może tak zostać</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Średnia</translation>
    </message>
    <message>
        <source>Means are missing</source>
        <translation>Brak środków</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Zmierz ponownie</translation>
    </message>
    <message>
        <source>Measure the glass</source>
        <translation>Zmierz szkło</translation>
    </message>
    <message>
        <source>Measured with a bank card, so that buttons are large enough</source>
        <translation>Zmierzone kartą bankową, aby przyciski były dość duże</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Pomiar</translation>
    </message>
    <message>
        <source>Message from: {role}</source>
        <translation>Wiadomość od: {role}</translation>
    </message>
    <message>
        <source>Message from: {role}, {station}</source>
        <translation>Wiadomość od: {role}, {station}</translation>
    </message>
    <message>
        <source>Message read</source>
        <translation>Wiadomość przeczytana</translation>
    </message>
    <message>
        <source>Message to the line</source>
        <translation>Wiadomość na linię</translation>
    </message>
    <message>
        <source>Message written</source>
        <translation>Wiadomość napisana</translation>
    </message>
    <message>
        <source>Messages: {count}</source>
        <translation>Wiadomości: {count}</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Lekka</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Brak</translation>
    </message>
    <message>
        <source>Missing part</source>
        <translation>Brak części</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>Brakuje: {count}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Więcej</translation>
    </message>
    <message>
        <source>More checks</source>
        <translation>Więcej kontroli</translation>
    </message>
    <message>
        <source>More open things: {count}</source>
        <translation>Więcej otwartych spraw: {count}</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>Więcej powodów</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Więcej czasu</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>Więcej …</translation>
    </message>
    <message>
        <source>Most frequent here first, last 90 days</source>
        <translation>Najczęstsze tutaj pierwsze, ostatnie 90 dni</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Ruch</translation>
    </message>
    <message>
        <source>Moving pictures and pointers. Off shows the first picture.</source>
        <translation>Ruchome obrazy i wskazówki. Wyłączone: pierwszy obraz.</translation>
    </message>
    <message>
        <source>Moving range</source>
        <translation>Ruchomy rozstęp</translation>
    </message>
    <message>
        <source>NOK</source>
        <translation>NOK</translation>
    </message>
    <message>
        <source>NOK seen by a person</source>
        <translation>NOK widziany przez osobę</translation>
    </message>
    <message>
        <source>NOK – {reason}</source>
        <translation>NOK – {reason}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Z powodem</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Potrzebne</translation>
    </message>
    <message>
        <source>Needed for a unit of {order}, variant {variant}</source>
        <translation>Potrzebne dla sztuki z {order}, wariant {variant}</translation>
    </message>
    <message>
        <source>Needed here</source>
        <translation>Potrzebne tutaj</translation>
    </message>
    <message>
        <source>Needed now</source>
        <translation>Teraz potrzebne</translation>
    </message>
    <message>
        <source>Network and server</source>
        <translation>Sieć i serwer</translation>
    </message>
    <message>
        <source>New instruction {count} min before</source>
        <translation>Nowa instrukcja {count} min wcześniej</translation>
    </message>
    <message>
        <source>New lot {name} {count} min before</source>
        <translation>Nowa partia {name} {count} min wcześniej</translation>
    </message>
    <message>
        <source>New photo</source>
        <translation>Nowe zdjęcie</translation>
    </message>
    <message>
        <source>New program {name} {count} min before</source>
        <translation>Nowy program {name} {count} min wcześniej</translation>
    </message>
    <message>
        <source>New since you worked here</source>
        <translation>Nowe od Twojej ostatniej pracy tutaj</translation>
    </message>
    <message>
        <source>New tool {name} {count} min before</source>
        <translation>Nowe narzędzie {name} {count} min wcześniej</translation>
    </message>
    <message>
        <source>Newer software wrote it. Nothing was changed.</source>
        <translation>Zapis utworzył nowszy program. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>Newest alarm</source>
        <translation>Ostatni alarm</translation>
    </message>
    <message>
        <source>Newest first. Tap one to see all of it. Records: {count}</source>
        <translation>Najnowsze pierwsze. Dotknij, aby zobaczyć całość. Zapisy: {count}</translation>
    </message>
    <message>
        <source>Newest means: {count}, of {size} values each · {unit}</source>
        <translation>Ostatnie średnie: {count}, każda z {size} wartości · {unit}</translation>
    </message>
    <message>
        <source>Newest values: {count} · {unit}</source>
        <translation>Ostatnie wartości: {count} · {unit}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Next pin</source>
        <translation>Następny znacznik</translation>
    </message>
    <message>
        <source>Next scan fits: {count}</source>
        <translation>Następny skan montuje: {count}</translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation>Następna sztuka</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>No USB stick found. Plug one in, then look again.</source>
        <translation>Brak pamięci USB. Włóż ją i sprawdź ponownie.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Brak odpowiedzi</translation>
    </message>
    <message>
        <source>No answer in {seconds} s. Check power, cable and address.</source>
        <translation>Brak odpowiedzi przez {seconds} s. Sprawdź zasilanie, kabel i adres.</translation>
    </message>
    <message>
        <source>No bypass is approved for this station.</source>
        <translation>Dla tego stanowiska nie zatwierdzono obejścia.</translation>
    </message>
    <message>
        <source>No calibration record</source>
        <translation>Brak zapisu kalibracji</translation>
    </message>
    <message>
        <source>No certificate on record</source>
        <translation>Brak uprawnienia</translation>
    </message>
    <message>
        <source>No check is open.</source>
        <translation>Żadna kontrola nie jest otwarta.</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Brak połączenia</translation>
    </message>
    <message>
        <source>No curve</source>
        <translation>Brak krzywej</translation>
    </message>
    <message>
        <source>No defect found</source>
        <translation>Brak wady</translation>
    </message>
    <message>
        <source>No defect is open.</source>
        <translation>Brak otwartych wad.</translation>
    </message>
    <message>
        <source>No defect recorded here in the last 90 days</source>
        <translation>Brak wad tutaj w ostatnich 90 dniach</translation>
    </message>
    <message>
        <source>No device is configured.</source>
        <translation>Nie skonfigurowano urządzeń.</translation>
    </message>
    <message>
        <source>No failed result is open.</source>
        <translation>Nie ma otwartego złego wyniku.</translation>
    </message>
    <message>
        <source>No good result: {where}</source>
        <translation>Brak dobrego wyniku: {where}</translation>
    </message>
    <message>
        <source>No instruction yet</source>
        <translation>Jeszcze brak instrukcji</translation>
    </message>
    <message>
        <source>No limits yet</source>
        <translation>Jeszcze brak granic</translation>
    </message>
    <message>
        <source>No machine is set up here.</source>
        <translation>Nie skonfigurowano tu maszyny.</translation>
    </message>
    <message>
        <source>No order for this station</source>
        <translation>Brak zlecenia dla stanowiska</translation>
    </message>
    <message>
        <source>No part is asked for now.</source>
        <translation>Teraz nie potrzeba żadnej części.</translation>
    </message>
    <message>
        <source>No part is in this unit yet.</source>
        <translation>W tej sztuce nie ma jeszcze części.</translation>
    </message>
    <message>
        <source>No part is scanned in this step.</source>
        <translation>W tym kroku nie skanuje się części.</translation>
    </message>
    <message>
        <source>No power or air</source>
        <translation>Brak zasilania</translation>
    </message>
    <message>
        <source>No record was found here.</source>
        <translation>Nie znaleziono tu zapisu.</translation>
    </message>
    <message>
        <source>No repeat in so many units</source>
        <translation>Bez powtórki przez tyle sztuk</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Jeszcze brak wyniku</translation>
    </message>
    <message>
        <source>No result yet · armed for {age}</source>
        <translation>Jeszcze brak wyniku · czeka {age}</translation>
    </message>
    <message>
        <source>No similar case with it yet</source>
        <translation>Brak podobnego przypadku z tym</translation>
    </message>
    <message>
        <source>No similar case yet</source>
        <translation>Brak podobnego przypadku</translation>
    </message>
    <message>
        <source>No station calls you.</source>
        <translation>Żadne stanowisko Cię nie wzywa.</translation>
    </message>
    <message>
        <source>No step can bring this proof.</source>
        <translation>Żaden krok nie da tego dowodu.</translation>
    </message>
    <message>
        <source>No stop recorded</source>
        <translation>Brak postojów</translation>
    </message>
    <message>
        <source>No unit is begun here now.</source>
        <translation>Teraz nie zacznie się tu żadna sztuka.</translation>
    </message>
    <message>
        <source>No unit is in work.</source>
        <translation>Brak sztuki w toku.</translation>
    </message>
    <message>
        <source>No unit is open at this station.</source>
        <translation>Na stanowisku nie ma otwartej sztuki.</translation>
    </message>
    <message>
        <source>No unit is open.</source>
        <translation>Nie ma otwartej sztuki.</translation>
    </message>
    <message>
        <source>No unit of the last {days} days waits.</source>
        <translation>Żadna sztuka z ostatnich {days} dni nie czeka.</translation>
    </message>
    <message>
        <source>No unit, other reason</source>
        <translation>Żadna sztuka, inny powód</translation>
    </message>
    <message>
        <source>No valid certificate “{skill}”.</source>
        <translation>Brak ważnego uprawnienia „{skill}”.</translation>
    </message>
    <message>
        <source>No value is typed in this step.</source>
        <translation>W tym kroku nie wpisuje się wartości.</translation>
    </message>
    <message>
        <source>No value yet</source>
        <translation>Jeszcze brak wartości</translation>
    </message>
    <message>
        <source>No values were recorded here yet.</source>
        <translation>Nie zapisano tu jeszcze wartości.</translation>
    </message>
    <message>
        <source>No waiting order uses it</source>
        <translation>Nie używa go żadne zlecenie</translation>
    </message>
    <message>
        <source>Nobody asked for it. Whose is it?</source>
        <translation>Nikt o niego nie prosił. Czyj to wynik?</translation>
    </message>
    <message>
        <source>Nobody asked the machine.</source>
        <translation>Nikt nie pytał maszyny.</translation>
    </message>
    <message>
        <source>Nobody can tell whether it held.</source>
        <translation>Nie wiadomo, czy było skuteczne.</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Nikt jeszcze nie odpowiedział.</translation>
    </message>
    <message>
        <source>Nobody has approved the alternative beforehand.</source>
        <translation>Nikt nie zatwierdził wcześniej metody zastępczej.</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Nikogo jeszcze nie ma</translation>
    </message>
    <message>
        <source>Nobody signed in here yet.</source>
        <translation>Nikt się tu jeszcze nie logował.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Brak</translation>
    </message>
    <message>
        <source>None of the orders of this station lists it.</source>
        <translation>Żadne zlecenie stanowiska jej nie wymienia.</translation>
    </message>
    <message>
        <source>None without control limits.</source>
        <translation>Brak bez granic kontrolnych.</translation>
    </message>
    <message>
        <source>None: all values are equal.</source>
        <translation>Brak: wszystkie wartości są równe.</translation>
    </message>
    <message>
        <source>None: the instruction says no limits.</source>
        <translation>Brak: instrukcja nie podaje granic.</translation>
    </message>
    <message>
        <source>None: the process is not stable.</source>
        <translation>Brak: proces nie jest stabilny.</translation>
    </message>
    <message>
        <source>Not OK</source>
        <translation>Nie OK</translation>
    </message>
    <message>
        <source>Not OK. {name}: {reason}.</source>
        <translation>Nie OK. {name}: {reason}.</translation>
    </message>
    <message>
        <source>Not OK. {place}: {reason}.</source>
        <translation>Nie OK. {place}: {reason}.</translation>
    </message>
    <message>
        <source>Not OK: {count}. The lead can see it.</source>
        <translation>Nie OK: {count}. Lider to widzi.</translation>
    </message>
    <message>
        <source>Not OK: {line}</source>
        <translation>Nie OK: {line}</translation>
    </message>
    <message>
        <source>Not OK: {places}.</source>
        <translation>Nie OK: {places}.</translation>
    </message>
    <message>
        <source>Not OK: {reason}</source>
        <translation>Nie OK: {reason}</translation>
    </message>
    <message>
        <source>Not a defect</source>
        <translation>To nie wada</translation>
    </message>
    <message>
        <source>Not at its place</source>
        <translation>Nie na swoim miejscu</translation>
    </message>
    <message>
        <source>Not at the server yet</source>
        <translation>Jeszcze nie na serwerze</translation>
    </message>
    <message>
        <source>Not before 30 values with these limits.</source>
        <translation>Nie przed 30 wartościami z tymi granicami.</translation>
    </message>
    <message>
        <source>Not calibrated</source>
        <translation>Bez kalibracji</translation>
    </message>
    <message>
        <source>Not checked lately</source>
        <translation>Do sprawdzenia</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Niesprawdzony</translation>
    </message>
    <message>
        <source>Not confirmed: {where}</source>
        <translation>Niepotwierdzone: {where}</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nie zrobiono</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>Nie teraz</translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation>Nie zgłoszone</translation>
    </message>
    <message>
        <source>Not enrolled · {count} kept safe</source>
        <translation>Nie zgłoszone · zapisano {count}</translation>
    </message>
    <message>
        <source>Not enrolled. An administrator enrols it with a code: asbuilt enrol</source>
        <translation>Nie zgłoszone. Administrator zgłasza je kodem: asbuilt enrol</translation>
    </message>
    <message>
        <source>Not everything is ticked.</source>
        <translation>Nie wszystko jest zaznaczone.</translation>
    </message>
    <message>
        <source>Not for this unit</source>
        <translation>Nie dla tej sztuki</translation>
    </message>
    <message>
        <source>Not in this unit&apos;s bill</source>
        <translation>Spoza listy części tej sztuki</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nieznane</translation>
    </message>
    <message>
        <source>Not made for this station</source>
        <translation>Nie dla tego stanowiska</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Bez powodu</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Niepotrzebna</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nie teraz</translation>
    </message>
    <message>
        <source>Not provable</source>
        <translation>Bez dowodu</translation>
    </message>
    <message>
        <source>Not provable, accepted</source>
        <translation>Bez dowodu, przyjęta</translation>
    </message>
    <message>
        <source>Not provable. Owner: {owner}.</source>
        <translation>Bez dowodu. Odpowiada: {owner}.</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>Zagrożenie</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>Jeszcze niepodpisane</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nie ma</translation>
    </message>
    <message>
        <source>Not this one. This is the {scanned_component}.</source>
        <translation>Nie ta część. To jest: {scanned_component}.</translation>
    </message>
    <message>
        <source>Not true</source>
        <translation>Nieprawda</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notatka</translation>
    </message>
    <message>
        <source>Note for the next shift</source>
        <translation>Notatka dla następnej zmiany</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nic</translation>
    </message>
    <message>
        <source>Nothing came within {seconds} s. Check power and cable.</source>
        <translation>Nic nie przyszło przez {seconds} s. Sprawdź zasilanie i kabel.</translation>
    </message>
    <message>
        <source>Nothing can be recorded until there is room again.</source>
        <translation>Nic nie można zapisać, aż będzie miejsce.</translation>
    </message>
    <message>
        <source>Nothing can be recorded. What was recorded before is kept.</source>
        <translation>Nic nie można zapisać. Wcześniejsze zapisy zostają.</translation>
    </message>
    <message>
        <source>Nothing changed: go back and carry on with the step.</source>
        <translation>Nic się nie zmieniło: wróć i kontynuuj krok.</translation>
    </message>
    <message>
        <source>Nothing gets past in so many units</source>
        <translation>Nic nie przejdzie przez tyle sztuk</translation>
    </message>
    <message>
        <source>Nothing goes on here before two people have verified that it works.</source>
        <translation>Nic tu nie ruszy, dopóki dwie osoby nie sprawdzą działania.</translation>
    </message>
    <message>
        <source>Nothing is decided before everybody who must has signed.</source>
        <translation>Decyzja zapada, gdy podpiszą wszyscy wymagani.</translation>
    </message>
    <message>
        <source>Nothing is lost: both wait for the lead at the web board.</source>
        <translation>Nic nie ginie: oba powody czekają na lidera na tablicy WWW.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Niczego nie brakuje.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nic nie jest otwarte.</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>Nic więcej</translation>
    </message>
    <message>
        <source>Nothing waits about unit {serial}.</source>
        <translation>Nic nie czeka dla sztuki {serial}.</translation>
    </message>
    <message>
        <source>Nothing waits any more.</source>
        <translation>Nic już nie czeka.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision here.</source>
        <translation>Nic tu nie czeka na decyzję.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Nic nie dodano.</translation>
    </message>
    <message>
        <source>Nothing was changed about that decision.</source>
        <translation>Tej decyzji nie zmieniono.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>Nothing was counted at this station yet.</source>
        <translation>Na tym stanowisku nic jeszcze nie policzono.</translation>
    </message>
    <message>
        <source>Nothing was decided.</source>
        <translation>Nic nie rozstrzygnięto.</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>Niczego nie pominięto.</translation>
    </message>
    <message>
        <source>Nothing was printed. Maintenance adds one to the configuration.</source>
        <translation>Nic nie wydrukowano. Utrzymanie ruchu doda ją do konfiguracji.</translation>
    </message>
    <message>
        <source>Nothing was printed. Scan the unit first, then ask for its label.</source>
        <translation>Nic nie wydrukowano. Skanuj sztukę, potem poproś o etykietę.</translation>
    </message>
    <message>
        <source>Nothing was recorded for {serial}.</source>
        <translation>Dla {serial} nic nie zapisano.</translation>
    </message>
    <message>
        <source>Nothing was recorded in this step yet.</source>
        <translation>W tym kroku nic jeszcze nie zapisano.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Nic nie zapisano.</translation>
    </message>
    <message>
        <source>Nothing was written to it.</source>
        <translation>Nic w nim nie zapisano.</translation>
    </message>
    <message>
        <source>Nothing was written, and there is no photo.</source>
        <translation>Nic nie napisano i nie ma zdjęcia.</translation>
    </message>
    <message>
        <source>Nothing was written. {place} was not found.</source>
        <translation>Nic nie zapisano. Nie znaleziono {place}.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Teraz</translation>
    </message>
    <message>
        <source>Now: {value}</source>
        <translation>Teraz: {value}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numer</translation>
    </message>
    <message>
        <source>Number at the device</source>
        <translation>Numer w urządzeniu</translation>
    </message>
    <message>
        <source>Number in the journal</source>
        <translation>Numer w dzienniku</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>OK, but check the curve</source>
        <translation>OK, ale sprawdź krzywą</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Wył.</translation>
    </message>
    <message>
        <source>Off shows a window. Works after the next start.</source>
        <translation>Wyłączone: okno. Działa po następnym starcie.</translation>
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
        <translation>Offline · zapisano {count}</translation>
    </message>
    <message>
        <source>Offline · {count} kept safe, oldest {age}</source>
        <translation>Offline · zapisano {count}, od {age}</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Wł.</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Zablokowana</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>W drodze</translation>
    </message>
    <message>
        <source>On the picture, or by its name:</source>
        <translation>Na obrazie lub po nazwie:</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>W drodze</translation>
    </message>
    <message>
        <source>On the way after {time}</source>
        <translation>W drodze po {time}</translation>
    </message>
    <message>
        <source>On the way: not recorded</source>
        <translation>W drodze: nie zapisano</translation>
    </message>
    <message>
        <source>On this station last</source>
        <translation>Ostatnio na stanowisku</translation>
    </message>
    <message>
        <source>Once for the unit in work.</source>
        <translation>Raz dla sztuki w toku.</translation>
    </message>
    <message>
        <source>Once opened it keeps {hours} h. It was good until {until_time}.</source>
        <translation>Po otwarciu ważna {hours} h. Była ważna do {until_time}.</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>O jeden mniej</translation>
    </message>
    <message>
        <source>One line for each record, for other programs</source>
        <translation>Jeden wiersz na zapis, dla innych programów</translation>
    </message>
    <message>
        <source>One message names 1 to {most}. Nothing was sent.</source>
        <translation>Wiadomość wymienia od 1 do {most}. Nic nie wysłano.</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>O jeden więcej</translation>
    </message>
    <message>
        <source>One more place</source>
        <translation>Jeszcze jedno miejsce</translation>
    </message>
    <message>
        <source>One of those who may do it here</source>
        <translation>Jedna z osób, które mogą to tu zrobić</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>Jeden zapis</translation>
    </message>
    <message>
        <source>One step that says what to do</source>
        <translation>Jeden krok z opisem pracy</translation>
    </message>
    <message>
        <source>Only a line of a check can be not OK.</source>
        <translation>Nie OK może być tylko pozycja kontroli.</translation>
    </message>
    <message>
        <source>Only by what was approved. Two people activate it, and it locks by itself.</source>
        <translation>Tylko tak, jak zatwierdzono. Włączają dwie osoby, blokuje się samo.</translation>
    </message>
    <message>
        <source>Only one program may write the record of a station.</source>
        <translation>Tylko jeden program może prowadzić zapis.</translation>
    </message>
    <message>
        <source>Only one that is due is put off or left out. Nothing was recorded.</source>
        <translation>Przełożyć lub pominąć można tylko kontrolę do zrobienia. Nic nie zapisano.</translation>
    </message>
    <message>
        <source>Only the part you scanned last comes out without a reason.</source>
        <translation>Tylko ostatnio zeskanowaną część wyjmuje się bez powodu.</translation>
    </message>
    <message>
        <source>Only the station that called can cancel. Nothing was changed.</source>
        <translation>Odwołać może tylko stanowisko, które wezwało. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>Only {name} can sign this.</source>
        <translation>Podpisać to może tylko: {name}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otwarte</translation>
    </message>
    <message>
        <source>Open at another station</source>
        <translation>Otwarta na innym stanowisku</translation>
    </message>
    <message>
        <source>Open call: {who}</source>
        <translation>Otwarte wezwanie: {who}</translation>
    </message>
    <message>
        <source>Open check</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>Open defect</source>
        <translation>Otwarta wada</translation>
    </message>
    <message>
        <source>Open defect on SN {serial}</source>
        <translation>Otwarta wada SN {serial}</translation>
    </message>
    <message>
        <source>Open defect: {where}</source>
        <translation>Otwarta wada: {where}</translation>
    </message>
    <message>
        <source>Open defects</source>
        <translation>Otwarte wady</translation>
    </message>
    <message>
        <source>Open defects: {count}</source>
        <translation>Otwarte wady: {count}</translation>
    </message>
    <message>
        <source>Open defects: {count}. The unit is finished when they are put right.</source>
        <translation>Otwarte wady: {count}. Sztuka jest gotowa po ich usunięciu.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Or enter your number and PIN.</source>
        <translation>Albo wpisz numer i PIN.</translation>
    </message>
    <message>
        <source>Or leave it: press Problem.</source>
        <translation>Albo ją odstaw: naciśnij Problem.</translation>
    </message>
    <message>
        <source>Or leave this unit and take another.</source>
        <translation>Albo odstaw tę sztukę i weź inną.</translation>
    </message>
    <message>
        <source>Or wait until its owner lifts the hold.</source>
        <translation>Albo czekaj, aż właściciel zdejmie blokadę.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Zlecenie</translation>
    </message>
    <message>
        <source>Order rework</source>
        <translation>Zlecanie poprawek</translation>
    </message>
    <message>
        <source>Order the rework</source>
        <translation>Zleć poprawę</translation>
    </message>
    <message>
        <source>Order {order} can be chosen when no unit is open.</source>
        <translation>Zlecenie {order} można wybrać bez otwartej sztuki.</translation>
    </message>
    <message>
        <source>Order {order} is not here.</source>
        <translation>Zlecenia {order} tu nie ma.</translation>
    </message>
    <message>
        <source>Order, unit, step and tool are filled in.</source>
        <translation>Zlecenie, sztuka, krok i narzędzie są wpisane.</translation>
    </message>
    <message>
        <source>Orders appear here when they are released.</source>
        <translation>Zlecenia pojawią się tu po zwolnieniu.</translation>
    </message>
    <message>
        <source>Orders that cannot run: {count}</source>
        <translation>Zlecenia, które nie mogą iść: {count}</translation>
    </message>
    <message>
        <source>Orders {first} to {last} of {total}</source>
        <translation>Zlecenia {first} do {last} z {total}</translation>
    </message>
    <message>
        <source>Other count</source>
        <translation>Inna liczba</translation>
    </message>
    <message>
        <source>Other defect</source>
        <translation>Inna wada</translation>
    </message>
    <message>
        <source>Other picture</source>
        <translation>Inny obraz</translation>
    </message>
    <message>
        <source>Other …</source>
        <translation>Inne …</translation>
    </message>
    <message>
        <source>Out of its limits</source>
        <translation>Poza granicami</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Po terminie</translation>
    </message>
    <message>
        <source>Overdue: {late} · to be done: {count}</source>
        <translation>Po terminie: {late} · do zrobienia: {count}</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Nadgodziny</translation>
    </message>
    <message>
        <source>Own words …</source>
        <translation>Własne słowa …</translation>
    </message>
    <message>
        <source>Own words…</source>
        <translation>Własnymi słowami…</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Właściciel</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>PIN: {name}</translation>
    </message>
    <message>
        <source>Part damaged</source>
        <translation>Część uszkodzona</translation>
    </message>
    <message>
        <source>Part fitted</source>
        <translation>Część zamontowana</translation>
    </message>
    <message>
        <source>Part missing in the record: {where}</source>
        <translation>Brak części w zapisie: {where}</translation>
    </message>
    <message>
        <source>Part not there</source>
        <translation>Brak części</translation>
    </message>
    <message>
        <source>Part on hold</source>
        <translation>Część zablokowana</translation>
    </message>
    <message>
        <source>Part put on hold</source>
        <translation>Część zablokowana</translation>
    </message>
    <message>
        <source>Part taken out</source>
        <translation>Część wyjęta</translation>
    </message>
    <message>
        <source>Part wrong or missing</source>
        <translation>Zła część lub jej brak</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Częściowo</translation>
    </message>
    <message>
        <source>Parts are scanned here.</source>
        <translation>Tu części się skanuje.</translation>
    </message>
    <message>
        <source>Parts at the line</source>
        <translation>Części na linii</translation>
    </message>
    <message>
        <source>Parts counted</source>
        <translation>Części policzone</translation>
    </message>
    <message>
        <source>Parts in unit {serial}</source>
        <translation>Części w sztuce {serial}</translation>
    </message>
    <message>
        <source>Parts to fetch: {parts}. Open steps: {steps}.</source>
        <translation>Części do przyniesienia: {parts}. Otwarte kroki: {steps}.</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>Osoby i prawa</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Zdjęcie</translation>
    </message>
    <message>
        <source>Photo kept</source>
        <translation>Zdjęcie zapisane</translation>
    </message>
    <message>
        <source>Photo missing: {where}</source>
        <translation>Brak zdjęcia: {where}</translation>
    </message>
    <message>
        <source>Photo of {camera}, {time}</source>
        <translation>Zdjęcie: {camera}, {time}</translation>
    </message>
    <message>
        <source>Picture of the work</source>
        <translation>Obraz pracy</translation>
    </message>
    <message>
        <source>Pieces in it: {count}</source>
        <translation>Sztuk w środku: {count}</translation>
    </message>
    <message>
        <source>Pin down</source>
        <translation>Znacznik w dół</translation>
    </message>
    <message>
        <source>Pin left</source>
        <translation>Znacznik w lewo</translation>
    </message>
    <message>
        <source>Pin right</source>
        <translation>Znacznik w prawo</translation>
    </message>
    <message>
        <source>Pin up</source>
        <translation>Znacznik w górę</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Miejsce</translation>
    </message>
    <message>
        <source>Place and attempt</source>
        <translation>Miejsce i próba</translation>
    </message>
    <message>
        <source>Place inspected</source>
        <translation>Miejsce sprawdzone</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <translation>Miejsce {number}</translation>
    </message>
    <message>
        <source>Place {place}</source>
        <translation>Miejsce {place}</translation>
    </message>
    <message>
        <source>Placed by {owner}, {since}</source>
        <translation>Założył {owner}, {since}</translation>
    </message>
    <message>
        <source>Places opened again</source>
        <translation>Miejsca otwarte ponownie</translation>
    </message>
    <message>
        <source>Plant server</source>
        <translation>Serwer</translation>
    </message>
    <message>
        <source>Plug the stick in, then look again.</source>
        <translation>Włóż pamięć i sprawdź ponownie.</translation>
    </message>
    <message>
        <source>Ppk (95 % interval)</source>
        <translation>Ppk (przedział 95 %)</translation>
    </message>
    <message>
        <source>Press + or − until the bar is as wide as the card.</source>
        <translation>Naciskaj + lub −, aż pasek będzie szeroki jak karta.</translation>
    </message>
    <message>
        <source>Press Test, then save.</source>
        <translation>Naciśnij Test, potem zapisz.</translation>
    </message>
    <message>
        <source>Press Try again when it is solved.</source>
        <translation>Po usunięciu naciśnij Spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Press that button</source>
        <translation>Naciśnij ten przycisk</translation>
    </message>
    <message>
        <source>Press the Caps Lock key once.</source>
        <translation>Naciśnij raz klawisz Caps Lock.</translation>
    </message>
    <message>
        <source>Press the button at the bottom right.</source>
        <translation>Naciśnij przycisk w prawym dolnym rogu.</translation>
    </message>
    <message>
        <source>Press the button of the gauge.</source>
        <translation>Naciśnij przycisk przyrządu.</translation>
    </message>
    <message>
        <source>Press the key, or scan the printed command.</source>
        <translation>Naciśnij klawisz lub skanuj wydrukowane polecenie.</translation>
    </message>
    <message>
        <source>Press “Measure again”, then measure.</source>
        <translation>Naciśnij „Zmierz ponownie” i zmierz.</translation>
    </message>
    <message>
        <source>Press “Redo”, then tighten it again.</source>
        <translation>Naciśnij „Powtórz” i dokręć ponownie.</translation>
    </message>
    <message>
        <source>Press “What is missing” to settle it.</source>
        <translation>Naciśnij „Czego brakuje”, aby rozstrzygnąć.</translation>
    </message>
    <message>
        <source>Print a label again</source>
        <translation>Ponowny druk etykiety</translation>
    </message>
    <message>
        <source>Print a second label for this reason.</source>
        <translation>Drukuj drugą etykietę z tego powodu.</translation>
    </message>
    <message>
        <source>Print one that is of no unit.</source>
        <translation>Drukuj etykietę bez sztuki.</translation>
    </message>
    <message>
        <source>Print the label</source>
        <translation>Drukuj etykietę</translation>
    </message>
    <message>
        <source>Priority {number}</source>
        <translation>Priorytet {number}</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Problem described</source>
        <translation>Problem opisany</translation>
    </message>
    <message>
        <source>Problem over</source>
        <translation>Koniec problemu</translation>
    </message>
    <message>
        <source>Problem reported</source>
        <translation>Problem zgłoszony</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Program replaced: {name}</source>
        <translation>Wymieniony program: {name}</translation>
    </message>
    <message>
        <source>Program unknown: {where}</source>
        <translation>Nieznany program: {where}</translation>
    </message>
    <message>
        <source>Proof (hash)</source>
        <translation>Dowód (hash)</translation>
    </message>
    <message>
        <source>Provable</source>
        <translation>Do udowodnienia</translation>
    </message>
    <message>
        <source>Proven elsewhere</source>
        <translation>Dowód jest gdzie indziej</translation>
    </message>
    <message>
        <source>Proves chain, numbers, photos and signatures</source>
        <translation>Sprawdza łańcuch, liczby, zdjęcia i podpisy</translation>
    </message>
    <message>
        <source>Proves that the server is the right one</source>
        <translation>Dowodzi, że serwer jest właściwy</translation>
    </message>
    <message>
        <source>Put aside and marked until they are settled.</source>
        <translation>Odłożone i oznaczone do rozstrzygnięcia.</translation>
    </message>
    <message>
        <source>Put aside and marked. They can be settled by: {who}.</source>
        <translation>Odłożone i oznaczone. Rozstrzygnąć może: {who}.</translation>
    </message>
    <message>
        <source>Put it right now, at this station.</source>
        <translation>Popraw teraz, na tym stanowisku.</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Przełóż</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Poprawione</translation>
    </message>
    <message>
        <source>Put the device aside and mark it.</source>
        <translation>Odłóż urządzenie i oznacz je.</translation>
    </message>
    <message>
        <source>Put the tool down.</source>
        <translation>Odłóż narzędzie.</translation>
    </message>
    <message>
        <source>Put the unit aside and call the team lead.</source>
        <translation>Odłóż sztukę na bok i wezwij lidera.</translation>
    </message>
    <message>
        <source>Put the unit aside, marked.</source>
        <translation>Odłóż sztukę na bok, oznaczoną.</translation>
    </message>
    <message>
        <source>Put the unit in the red box.</source>
        <translation>Włóż sztukę do czerwonej skrzynki.</translation>
    </message>
    <message>
        <source>Put the unit with what goes back.</source>
        <translation>Odłóż sztukę do zwrotów.</translation>
    </message>
    <message>
        <source>Put the {component} into the red box.</source>
        <translation>Włóż do czerwonej skrzynki: {component}.</translation>
    </message>
    <message>
        <source>Put this box aside.</source>
        <translation>Odłóż tę skrzynkę na bok.</translation>
    </message>
    <message>
        <source>Put this lot back.</source>
        <translation>Odłóż tę partię.</translation>
    </message>
    <message>
        <source>Put this part back.</source>
        <translation>Odłóż tę część na miejsce.</translation>
    </message>
    <message>
        <source>Put tool {tool} down. It may be enabled.</source>
        <translation>Odłóż narzędzie {tool}. Może być włączone.</translation>
    </message>
    <message>
        <source>Put tool {tool} down. The link is lost.</source>
        <translation>Odłóż narzędzie {tool}. Utracono połączenie.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Jakość</translation>
    </message>
    <message>
        <source>Quality and engineering sign</source>
        <translation>Podpisują jakość i technologia</translation>
    </message>
    <message>
        <source>Question about a handover</source>
        <translation>Pytanie o przekazanie</translation>
    </message>
    <message>
        <source>Question about a handover answered</source>
        <translation>Odpowiedź na pytanie o przekazanie</translation>
    </message>
    <message>
        <source>Question about a handover settled</source>
        <translation>Pytanie o przekazanie wyjaśnione</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Rozstęp</translation>
    </message>
    <message>
        <source>Read first · {seconds} s</source>
        <translation>Najpierw przeczytaj · {seconds} s</translation>
    </message>
    <message>
        <source>Read it, then confirm.</source>
        <translation>Przeczytaj i potwierdź.</translation>
    </message>
    <message>
        <source>Read it, then confirm. The next unit begins after that.</source>
        <translation>Przeczytaj i potwierdź. Potem zacznie się następna sztuka.</translation>
    </message>
    <message>
        <source>Read out the number, or photograph the code.</source>
        <translation>Przeczytaj numer lub sfotografuj kod.</translation>
    </message>
    <message>
        <source>Read the step first.</source>
        <translation>Najpierw przeczytaj krok.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Pomiar</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Powód</translation>
    </message>
    <message>
        <source>Reason of a stop</source>
        <translation>Powód postoju</translation>
    </message>
    <message>
        <source>Reason of the stop</source>
        <translation>Powód postoju</translation>
    </message>
    <message>
        <source>Reason: {why}</source>
        <translation>Powód: {why}</translation>
    </message>
    <message>
        <source>Record the defect</source>
        <translation>Zapisz wadę</translation>
    </message>
    <message>
        <source>Record {record}. {owner}: {action}</source>
        <translation>Zapis {record}. {owner}: {action}</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Zapisano</translation>
    </message>
    <message>
        <source>Recorded: {setting}, {before} → {after}</source>
        <translation>Zapisano: {setting}, {before} → {after}</translation>
    </message>
    <message>
        <source>Recorded: {what}</source>
        <translation>Zapisano: {what}</translation>
    </message>
    <message>
        <source>Recording the change…</source>
        <translation>Zapisywanie zmiany…</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Zapisy</translation>
    </message>
    <message>
        <source>Records and export</source>
        <translation>Zapisy i eksport</translation>
    </message>
    <message>
        <source>Records contradict</source>
        <translation>Zapisy sprzeczne</translation>
    </message>
    <message>
        <source>Records not at the server yet</source>
        <translation>Zapisy jeszcze nie na serwerze</translation>
    </message>
    <message>
        <source>Records of SN {argument}</source>
        <translation>Zapisy SN {argument}</translation>
    </message>
    <message>
        <source>Records of bypass {argument}</source>
        <translation>Zapisy obejścia {argument}</translation>
    </message>
    <message>
        <source>Records of the call</source>
        <translation>Zapisy wezwania</translation>
    </message>
    <message>
        <source>Records of the check</source>
        <translation>Zapisy kontroli</translation>
    </message>
    <message>
        <source>Records of the decision</source>
        <translation>Zapisy decyzji</translation>
    </message>
    <message>
        <source>Records of the question</source>
        <translation>Zapisy pytania</translation>
    </message>
    <message>
        <source>Records of {argument}</source>
        <translation>Zapisy: {argument}</translation>
    </message>
    <message>
        <source>Records stay here. Support enrols it with a code from the plant.</source>
        <translation>Zapisy zostają tutaj. Wsparcie zgłosi je kodem z zakładu.</translation>
    </message>
    <message>
        <source>Redo {place}</source>
        <translation>Powtórz: {place}</translation>
    </message>
    <message>
        <source>Release a hold</source>
        <translation>Zdjęcie blokady</translation>
    </message>
    <message>
        <source>Remove this pin</source>
        <translation>Usuń ten znacznik</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Naprawione</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Powtórz</translation>
    </message>
    <message>
        <source>Replace the part</source>
        <translation>Wymień część</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Zgłoś</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Zgłoś problem</translation>
    </message>
    <message>
        <source>Report a problem.</source>
        <translation>Zgłoś problem.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Uruchom ponownie</translation>
    </message>
    <message>
        <source>Restart verification</source>
        <translation>Sprawdzenie przed startem</translation>
    </message>
    <message>
        <source>Result assigned</source>
        <translation>Wynik przypisany</translation>
    </message>
    <message>
        <source>Result discarded</source>
        <translation>Wynik odrzucony</translation>
    </message>
    <message>
        <source>Result nobody asked for</source>
        <translation>Wynik bez żądania</translation>
    </message>
    <message>
        <source>Result not OK</source>
        <translation>Wynik nie OK</translation>
    </message>
    <message>
        <source>Results of no unit: {count}</source>
        <translation>Wyniki bez sztuki: {count}</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>Ponów</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Zwrot</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>Poprawa</translation>
    </message>
    <message>
        <source>Rework here</source>
        <translation>Popraw tutaj</translation>
    </message>
    <message>
        <source>Rework ordered</source>
        <translation>Poprawa zlecona</translation>
    </message>
    <message>
        <source>Rework says why, in a few words.</source>
        <translation>Poprawa wymaga powodu w kilku słowach.</translation>
    </message>
    <message>
        <source>Right first time</source>
        <translation>Dobrze za pierwszym razem</translation>
    </message>
    <message>
        <source>Right needed: {right}</source>
        <translation>Wymagane prawo: {right}</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>Pracuj dalej</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Pracuje</translation>
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
        <translation>SN {serial} jest gotowy.</translation>
    </message>
    <message>
        <source>SN {serial} is held and waits for rework.</source>
        <translation>SN {serial} zablokowany, czeka na poprawę.</translation>
    </message>
    <message>
        <source>SN {serial} is held until quality decides.</source>
        <translation>SN {serial} zablokowany do decyzji jakości.</translation>
    </message>
    <message>
        <source>SN {serial} is held. Quality decides.</source>
        <translation>SN {serial} zablokowany. Decyduje jakość.</translation>
    </message>
    <message>
        <source>SN {serial} is not finished: a defect is open.</source>
        <translation>SN {serial} nie jest gotowy: wada jest otwarta.</translation>
    </message>
    <message>
        <source>SN {serial} is not provable</source>
        <translation>SN {serial} jest bez dowodu</translation>
    </message>
    <message>
        <source>SN {serial} not finished</source>
        <translation>SN {serial} niegotowy</translation>
    </message>
    <message>
        <source>SN {serial} on hold</source>
        <translation>SN {serial} zablokowany</translation>
    </message>
    <message>
        <source>SN {serial} stays here until it is put right.</source>
        <translation>SN {serial} zostaje tutaj do poprawienia.</translation>
    </message>
    <message>
        <source>SN {serial} waits at this station.</source>
        <translation>SN {serial} czeka na tym stanowisku.</translation>
    </message>
    <message>
        <source>SN {serial} · {by}</source>
        <translation>SN {serial} · {by}</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Bezpieczeństwo</translation>
    </message>
    <message>
        <source>Safety: nothing</source>
        <translation>Bezpieczeństwo: nic</translation>
    </message>
    <message>
        <source>Safety: read the words</source>
        <translation>Bezpieczeństwo: przeczytaj</translation>
    </message>
    <message>
        <source>Said here</source>
        <translation>Podano tutaj</translation>
    </message>
    <message>
        <source>Sample decided</source>
        <translation>Próbka rozstrzygnięta</translation>
    </message>
    <message>
        <source>Sample not taken: {where}</source>
        <translation>Nie pobrano próbki: {where}</translation>
    </message>
    <message>
        <source>Sample of the first piece is open: {where}</source>
        <translation>Próbka pierwszej sztuki otwarta: {where}</translation>
    </message>
    <message>
        <source>Sample: after a change</source>
        <translation>Próbka: po zmianie</translation>
    </message>
    <message>
        <source>Sample: after a stop</source>
        <translation>Próbka: po postoju</translation>
    </message>
    <message>
        <source>Sample: by count</source>
        <translation>Próbka: według liczby</translation>
    </message>
    <message>
        <source>Sample: by time</source>
        <translation>Próbka: według czasu</translation>
    </message>
    <message>
        <source>Sample: drawn from the lot</source>
        <translation>Próbka: wylosowana z partii</translation>
    </message>
    <message>
        <source>Sample: start of the order</source>
        <translation>Próbka: początek zlecenia</translation>
    </message>
    <message>
        <source>Sample: start of the shift</source>
        <translation>Próbka: początek zmiany</translation>
    </message>
    <message>
        <source>Sample: the one before was missed</source>
        <translation>Próbka: pominięto poprzednią</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Saved. Works after the station starts again.</source>
        <translation>Zapisano. Działa po ponownym uruchomieniu.</translation>
    </message>
    <message>
        <source>Say it in a few words</source>
        <translation>Powiedz w kilku słowach</translation>
    </message>
    <message>
        <source>Say something about safety</source>
        <translation>Powiedz coś o bezpieczeństwie</translation>
    </message>
    <message>
        <source>Say that you have seen a result not OK.</source>
        <translation>Powiedz, że widzisz wynik nie OK.</translation>
    </message>
    <message>
        <source>Say what is to be done, or choose an operation.</source>
        <translation>Podaj, co zrobić, lub wybierz operację.</translation>
    </message>
    <message>
        <source>Say what was done when it is safe again.</source>
        <translation>Powiedz, co zrobiono, gdy znów będzie bezpiecznie.</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Podaj powód</translation>
    </message>
    <message>
        <source>Say why the step is left out.</source>
        <translation>Podaj, dlaczego krok jest pominięty.</translation>
    </message>
    <message>
        <source>Say why this part comes out.</source>
        <translation>Podaj, dlaczego wyjmujesz część.</translation>
    </message>
    <message>
        <source>Say why this part goes in.</source>
        <translation>Podaj, dlaczego dodajesz część.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Podaj powód.</translation>
    </message>
    <message>
        <source>Say why. The record shows that the step was left out, and by whom.</source>
        <translation>Podaj powód. Zapis pokaże, że krok pominięto i kto to zrobił.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Skan</translation>
    </message>
    <message>
        <source>Scan a unit</source>
        <translation>Skanuj sztukę</translation>
    </message>
    <message>
        <source>Scan a unit first.</source>
        <translation>Najpierw skanuj sztukę.</translation>
    </message>
    <message>
        <source>Scan a unit of {order}</source>
        <translation>Skanuj sztukę zlecenia {order}</translation>
    </message>
    <message>
        <source>Scan a unit to start</source>
        <translation>Skanuj sztukę, aby zacząć</translation>
    </message>
    <message>
        <source>Scan again.</source>
        <translation>Skanuj ponownie.</translation>
    </message>
    <message>
        <source>Scan another code on the label.</source>
        <translation>Skanuj inny kod z etykiety.</translation>
    </message>
    <message>
        <source>Scan another label</source>
        <translation>Skanuj inną etykietę</translation>
    </message>
    <message>
        <source>Scan another lot</source>
        <translation>Skanuj inną partię</translation>
    </message>
    <message>
        <source>Scan anything now. The code does nothing.</source>
        <translation>Zeskanuj teraz cokolwiek. Kod nic nie zrobi.</translation>
    </message>
    <message>
        <source>Scan its label</source>
        <translation>Skanuj etykietę</translation>
    </message>
    <message>
        <source>Scan its label.</source>
        <translation>Skanuj jej etykietę.</translation>
    </message>
    <message>
        <source>Scan or hold your badge</source>
        <translation>Skanuj lub przyłóż kartę</translation>
    </message>
    <message>
        <source>Scan refused</source>
        <translation>Skan odrzucony</translation>
    </message>
    <message>
        <source>Scan the badge, or enter the number.</source>
        <translation>Skanuj kartę lub wpisz numer.</translation>
    </message>
    <message>
        <source>Scan the label of a unit.</source>
        <translation>Skanuj etykietę sztuki.</translation>
    </message>
    <message>
        <source>Scan the label of the box.</source>
        <translation>Skanuj etykietę skrzynki.</translation>
    </message>
    <message>
        <source>Scan the label you need.</source>
        <translation>Skanuj właściwą etykietę.</translation>
    </message>
    <message>
        <source>Scan the maker’s label on the {component}.</source>
        <translation>Skanuj etykietę producenta: {component}.</translation>
    </message>
    <message>
        <source>Scan the next unit.</source>
        <translation>Skanuj następną sztukę.</translation>
    </message>
    <message>
        <source>Scan the next. So far: {count} of {total}</source>
        <translation>Skanuj dalej: {count} z {total}</translation>
    </message>
    <message>
        <source>Scan the part to add.</source>
        <translation>Skanuj dodawaną część.</translation>
    </message>
    <message>
        <source>Scan the right code, or press Not OK.</source>
        <translation>Skanuj właściwy kod lub naciśnij Nie OK.</translation>
    </message>
    <message>
        <source>Scan the second badge</source>
        <translation>Skanuj drugą kartę</translation>
    </message>
    <message>
        <source>Scan the unit’s label</source>
        <translation>Skanuj etykietę sztuki</translation>
    </message>
    <message>
        <source>Scan twice. The unit keeps its state.</source>
        <translation>Skanuj dwa razy. Sztuka zachowuje swój stan.</translation>
    </message>
    <message>
        <source>Scan your badge</source>
        <translation>Skanuj kartę</translation>
    </message>
    <message>
        <source>Scan your badge, then go on.</source>
        <translation>Skanuj kartę, potem dalej.</translation>
    </message>
    <message>
        <source>Scan your badge.</source>
        <translation>Skanuj kartę.</translation>
    </message>
    <message>
        <source>Scanned now</source>
        <translation>Teraz zeskanowano</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Skaner</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>Skaner gotowy</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>Złom</translation>
    </message>
    <message>
        <source>Scrap a unit</source>
        <translation>Złomowanie sztuki</translation>
    </message>
    <message>
        <source>Scrap was proposed. Quality decides.</source>
        <translation>Zaproponowano złom. Decyduje jakość.</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Rysa</translation>
    </message>
    <message>
        <source>Screen and sound</source>
        <translation>Ekran i dźwięk</translation>
    </message>
    <message>
        <source>Second person: scan your badge</source>
        <translation>Druga osoba: skanuj kartę</translation>
    </message>
    <message>
        <source>Second signature</source>
        <translation>Drugi podpis</translation>
    </message>
    <message>
        <source>Second signature missing: {where}</source>
        <translation>Brak drugiego podpisu: {where}</translation>
    </message>
    <message>
        <source>See the cases</source>
        <translation>Zobacz przypadki</translation>
    </message>
    <message>
        <source>See the checks</source>
        <translation>Zobacz kontrole</translation>
    </message>
    <message>
        <source>See the defects</source>
        <translation>Zobacz wady</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Widziane</translation>
    </message>
    <message>
        <source>Seen after {time}</source>
        <translation>Widziane po {time}</translation>
    </message>
    <message>
        <source>Seen by {name} after {time}</source>
        <translation>{name}: widziane po {time}</translation>
    </message>
    <message>
        <source>Seen: not recorded</source>
        <translation>Widziane: nie zapisano</translation>
    </message>
    <message>
        <source>Send ({count})</source>
        <translation>Wyślij ({count})</translation>
    </message>
    <message>
        <source>Send to rework</source>
        <translation>Wyślij do poprawy</translation>
    </message>
    <message>
        <source>Sending {count}</source>
        <translation>Wysyłanie: {count}</translation>
    </message>
    <message>
        <source>Serial {serial}</source>
        <translation>Seria {serial}</translation>
    </message>
    <message>
        <source>Serial {serial} is already in unit {unit}.</source>
        <translation>Seria {serial} jest już w sztuce {unit}.</translation>
    </message>
    <message>
        <source>Serial {serial} is on hold since {since}.</source>
        <translation>Seria {serial} jest zablokowana od {since}.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serwer</translation>
    </message>
    <message>
        <source>Server not reached: work at other stations as of {time}.</source>
        <translation>Brak serwera: praca innych stanowisk z {time}.</translation>
    </message>
    <message>
        <source>Server not reached: work at other stations is not known.</source>
        <translation>Brak serwera: praca innych stanowisk nieznana.</translation>
    </message>
    <message>
        <source>Server refuses · {count} kept safe</source>
        <translation>Serwer odmawia · zapisano {count}</translation>
    </message>
    <message>
        <source>Server too old · {count} kept safe</source>
        <translation>Stary serwer · zapisano {count}</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Odłóż na bok</translation>
    </message>
    <message>
        <source>Set by {who}</source>
        <translation>Podał: {who}</translation>
    </message>
    <message>
        <source>Set by {who} first</source>
        <translation>Wcześniej podał: {who}</translation>
    </message>
    <message>
        <source>Set its reason at the web board.</source>
        <translation>Podaj jego powód na tablicy WWW.</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Ustawienie zmienione</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Rozstrzygnij</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Wyjaśnione</translation>
    </message>
    <message>
        <source>Settled already.</source>
        <translation>Już wyjaśnione.</translation>
    </message>
    <message>
        <source>Setup or cleaning</source>
        <translation>Przezbrojenie lub czyszczenie</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Zmiana</translation>
    </message>
    <message>
        <source>Shift began {count} min before</source>
        <translation>Początek zmiany {count} min wcześniej</translation>
    </message>
    <message>
        <source>Shift handed over</source>
        <translation>Zmiana przekazana</translation>
    </message>
    <message>
        <source>Shift manager</source>
        <translation>Kierownik zmiany</translation>
    </message>
    <message>
        <source>Shift taken over</source>
        <translation>Zmiana przejęta</translation>
    </message>
    <message>
        <source>Shift {shift}</source>
        <translation>Zmiana {shift}</translation>
    </message>
    <message>
        <source>Short stops: {count}, together {minutes} min. One answer for all.</source>
        <translation>Krótkie postoje: {count}, razem {minutes} min. Jedna odpowiedź dla wszystkich.</translation>
    </message>
    <message>
        <source>Show how again</source>
        <translation>Pokaż ponownie</translation>
    </message>
    <message>
        <source>Show the keys and commands.</source>
        <translation>Pokaż klawisze i polecenia.</translation>
    </message>
    <message>
        <source>Show what the unit still needs.</source>
        <translation>Pokaż, czego sztuka jeszcze wymaga.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Podpisz</translation>
    </message>
    <message>
        <source>Sign as second person</source>
        <translation>Drugi podpis</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Zaloguj</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Najpierw się zaloguj.</translation>
    </message>
    <message>
        <source>Sign in without badge</source>
        <translation>Zaloguj bez karty</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Wyloguj</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Odmowa logowania</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Podpis</translation>
    </message>
    <message>
        <source>Signed already.</source>
        <translation>Już podpisano.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Zalogowani</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Wylogowanie</translation>
    </message>
    <message>
        <source>Signed with record {number}</source>
        <translation>Podpisane zapisem {number}</translation>
    </message>
    <message>
        <source>Signs every record. Enrol again to change it.</source>
        <translation>Podpisuje każdy zapis. Aby zmienić, zgłoś ponownie.</translation>
    </message>
    <message>
        <source>Similar cases: {count}</source>
        <translation>Podobne przypadki: {count}</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Size on the glass</source>
        <translation>Rozmiar na szkle</translation>
    </message>
    <message>
        <source>Skill missing</source>
        <translation>Brak umiejętności</translation>
    </message>
    <message>
        <source>Slower pace</source>
        <translation>Wolniejsze tempo</translation>
    </message>
    <message>
        <source>So many are not in this unit.</source>
        <translation>Tylu nie ma w tej sztuce.</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Rozwiązane</translation>
    </message>
    <message>
        <source>Somebody answered before. Nothing was changed.</source>
        <translation>Ktoś odpowiedział wcześniej. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>Somebody else than {name} signs.</source>
        <translation>Podpisuje ktoś inny niż {name}.</translation>
    </message>
    <message>
        <source>Somebody else took this handover over before.</source>
        <translation>Ktoś inny przejął to wcześniej.</translation>
    </message>
    <message>
        <source>Somebody placed this hold. Its owner can lift it.</source>
        <translation>Ktoś założył tę blokadę. Jej właściciel może ją zdjąć.</translation>
    </message>
    <message>
        <source>Somebody said before that this question is settled.</source>
        <translation>Ktoś już oznaczył to pytanie jako wyjaśnione.</translation>
    </message>
    <message>
        <source>Somebody settled it, or a later check was good.</source>
        <translation>Ktoś ją rozstrzygnął lub późniejsza kontrola była dobra.</translation>
    </message>
    <message>
        <source>Somebody with the certificate signs.</source>
        <translation>Podpisuje osoba z uprawnieniem.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Coś innego</translation>
    </message>
    <message>
        <source>Something is missing: {what}.</source>
        <translation>Czegoś brakuje: {what}.</translation>
    </message>
    <message>
        <source>Something is wrong. Call an administrator. Records checked: {count}</source>
        <translation>Coś jest źle. Wezwij administratora. Sprawdzone zapisy: {count}</translation>
    </message>
    <message>
        <source>Something it asks for is missing.</source>
        <translation>Brakuje czegoś, czego wymaga.</translation>
    </message>
    <message>
        <source>Somewhere else</source>
        <translation>Gdzie indziej</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Dźwięk</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spacja</translation>
    </message>
    <message>
        <source>Space or Enter</source>
        <translation>Spacja lub Enter</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>Specyfikacja</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Podziel</translation>
    </message>
    <message>
        <source>Spoken while nobody is signed in. People have their own.</source>
        <translation>Gdy nikt nie jest zalogowany. Osoby mają własny.</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>Stabilny</translation>
    </message>
    <message>
        <source>Stable again</source>
        <translation>Znów stabilny</translation>
    </message>
    <message>
        <source>Stands in the header</source>
        <translation>Widoczna w nagłówku</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start check</source>
        <translation>Zacznij kontrolę</translation>
    </message>
    <message>
        <source>Start station again</source>
        <translation>Uruchom ponownie</translation>
    </message>
    <message>
        <source>Starting. This scan was not taken.</source>
        <translation>Uruchamianie. Skanu nie przyjęto.</translation>
    </message>
    <message>
        <source>State of the machine</source>
        <translation>Stan maszyny</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Stanowisko</translation>
    </message>
    <message>
        <source>Station after</source>
        <translation>Następne stanowisko</translation>
    </message>
    <message>
        <source>Station before</source>
        <translation>Poprzednie stanowisko</translation>
    </message>
    <message>
        <source>Station can go on</source>
        <translation>Stanowisko pracuje dalej</translation>
    </message>
    <message>
        <source>Station check</source>
        <translation>Kontrola</translation>
    </message>
    <message>
        <source>Station does not run</source>
        <translation>Stanowisko nie pracuje</translation>
    </message>
    <message>
        <source>Station is stopped</source>
        <translation>Stanowisko stoi</translation>
    </message>
    <message>
        <source>Station moved</source>
        <translation>Przeniesienie stanowiska</translation>
    </message>
    <message>
        <source>Station number</source>
        <translation>Numer stanowiska</translation>
    </message>
    <message>
        <source>Station started</source>
        <translation>Start stanowiska</translation>
    </message>
    <message>
        <source>Station stopped since {time}</source>
        <translation>Stanowisko stoi od {time}</translation>
    </message>
    <message>
        <source>Station too old · {count} kept safe</source>
        <translation>Stara wersja stanowiska · zapisano {count}</translation>
    </message>
    <message>
        <source>Station · lines {first} to {last} of {total}</source>
        <translation>Stanowisko · wiersze {first} do {last} z {total}</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stanowiska</translation>
    </message>
    <message>
        <source>Stations without a connection get it later. The web board says who has read it.</source>
        <translation>Stanowiska bez połączenia dostaną ją później. Kto przeczytał, widać na tablicy WWW.</translation>
    </message>
    <message>
        <source>Stay here if you need help.</source>
        <translation>Zostań tutaj, jeśli potrzebna pomoc.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Krok wstecz</translation>
    </message>
    <message>
        <source>Step confirmed</source>
        <translation>Krok potwierdzony</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>Krok zrobiony</translation>
    </message>
    <message>
        <source>Step done again</source>
        <translation>Krok powtórzony</translation>
    </message>
    <message>
        <source>Step left out</source>
        <translation>Krok pominięty</translation>
    </message>
    <message>
        <source>Step left out: {where}</source>
        <translation>Krok pominięty: {where}</translation>
    </message>
    <message>
        <source>Step not completed: {where}</source>
        <translation>Krok niezakończony: {where}</translation>
    </message>
    <message>
        <source>Steps: {count}</source>
        <translation>Kroki: {count}</translation>
    </message>
    <message>
        <source>Steps: {count} · opens again: {places}</source>
        <translation>Kroki: {count} · otwiera ponownie: {places}</translation>
    </message>
    <message>
        <source>Steps: {steps}</source>
        <translation>Kroki: {steps}</translation>
    </message>
    <message>
        <source>Steps: {steps} and more, {count} in all</source>
        <translation>Kroki: {steps} i więcej, razem {count}</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Jeszcze brakuje</translation>
    </message>
    <message>
        <source>Still missing for unit {serial}</source>
        <translation>Brakuje dla sztuki {serial}</translation>
    </message>
    <message>
        <source>Still missing: {missing}. Then scan its label.</source>
        <translation>Brakuje: {missing}. Potem skanuj etykietę.</translation>
    </message>
    <message>
        <source>Still open: {places}.</source>
        <translation>Jeszcze otwarte: {places}.</translation>
    </message>
    <message>
        <source>Still to tick: {count}</source>
        <translation>Do zaznaczenia: {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Postój</translation>
    </message>
    <message>
        <source>Stop began</source>
        <translation>Początek postoju</translation>
    </message>
    <message>
        <source>Stop corrected</source>
        <translation>Postój poprawiony</translation>
    </message>
    <message>
        <source>Stop ended</source>
        <translation>Koniec postoju</translation>
    </message>
    <message>
        <source>Stop the line</source>
        <translation>Zatrzymaj linię</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Stop. Do not fit this part.</source>
        <translation>Stop. Nie montuj tej części.</translation>
    </message>
    <message>
        <source>Stop. Do not fit this {component}.</source>
        <translation>Stop. Nie montuj: {component}.</translation>
    </message>
    <message>
        <source>Stop. Lot {lot} is used up.</source>
        <translation>Stop. Partia {lot} jest zużyta.</translation>
    </message>
    <message>
        <source>Stop. Lot {lot} was open for too long.</source>
        <translation>Stop. Partia {lot} była za długo otwarta.</translation>
    </message>
    <message>
        <source>Stop. SN {serial} is on hold.</source>
        <translation>Stop. SN {serial} jest zablokowany.</translation>
    </message>
    <message>
        <source>Stop. Somebody said it is not safe.</source>
        <translation>Stop. Ktoś zgłosił niebezpieczeństwo.</translation>
    </message>
    <message>
        <source>Stop. Step away from the station.</source>
        <translation>Stop. Odejdź od stanowiska.</translation>
    </message>
    <message>
        <source>Stop. The station’s disk fails.</source>
        <translation>Stop. Dysk stanowiska zawodzi.</translation>
    </message>
    <message>
        <source>Stop. The station’s disk is full.</source>
        <translation>Stop. Dysk stanowiska jest pełny.</translation>
    </message>
    <message>
        <source>Stop. The station’s disk takes no records.</source>
        <translation>Stop. Dysk stanowiska nie przyjmuje zapisów.</translation>
    </message>
    <message>
        <source>Stop. This station’s record is damaged.</source>
        <translation>Stop. Zapis stanowiska jest uszkodzony.</translation>
    </message>
    <message>
        <source>Stop. This unit is on hold.</source>
        <translation>Stop. Ta sztuka jest zablokowana.</translation>
    </message>
    <message>
        <source>Stop. Unit {serial} is on hold.</source>
        <translation>Stop. Sztuka {serial} jest zablokowana.</translation>
    </message>
    <message>
        <source>Stop. {name} in this unit is now on hold.</source>
        <translation>Stop. Teraz zablokowane w tej sztuce: {name}.</translation>
    </message>
    <message>
        <source>Stopped · {count} min</source>
        <translation>Postój · {count} min</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Zatrzymano. Nic nie zapisano.</translation>
    </message>
    <message>
        <source>Stopped: {count} min</source>
        <translation>Postój: {count} min</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Postoje</translation>
    </message>
    <message>
        <source>Stops of this station</source>
        <translation>Postoje tego stanowiska</translation>
    </message>
    <message>
        <source>Stops without a reason: {count}</source>
        <translation>Postoje bez powodu: {count}</translation>
    </message>
    <message>
        <source>Support code</source>
        <translation>Kod wsparcia</translation>
    </message>
    <message>
        <source>Switch it off and on again.</source>
        <translation>Wyłącz i włącz ponownie.</translation>
    </message>
    <message>
        <source>Sync stopped</source>
        <translation>Sync stoi</translation>
    </message>
    <message>
        <source>Sync stopped · {count} kept safe</source>
        <translation>Sync stoi · zapisano {count}</translation>
    </message>
    <message>
        <source>Sync stuck · {count} kept safe</source>
        <translation>Sync utknął · zapisano {count}</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Aktualne</translation>
    </message>
    <message>
        <source>Tab or arrows</source>
        <translation>Tab lub strzałki</translation>
    </message>
    <message>
        <source>Take a {component} of another lot.</source>
        <translation>Weź {component} z innej partii.</translation>
    </message>
    <message>
        <source>Take a {component} of lot {use_lot}.</source>
        <translation>Weź {component} z partii {use_lot}.</translation>
    </message>
    <message>
        <source>Take another {component}.</source>
        <translation>Weź inną sztukę: {component}.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Take it first, look at it, then use it.</source>
        <translation>Zrób je, obejrzyj, potem użyj.</translation>
    </message>
    <message>
        <source>Take it out and put it in the red box.</source>
        <translation>Wyjmij ją i włóż do czerwonej skrzynki.</translation>
    </message>
    <message>
        <source>Take lot {first} first.</source>
        <translation>Najpierw weź partię {first}.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Wyjmij</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Przejmij</translation>
    </message>
    <message>
        <source>Take over with badge</source>
        <translation>Przejmij kartą</translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation>Zrób zdjęcie</translation>
    </message>
    <message>
        <source>Take the next unit.</source>
        <translation>Weź następną sztukę.</translation>
    </message>
    <message>
        <source>Take the number</source>
        <translation>Przyjmij liczbę</translation>
    </message>
    <message>
        <source>Take the unit off the fixture.</source>
        <translation>Zdejmij sztukę z uchwytu.</translation>
    </message>
    <message>
        <source>Take the {component} from {use_location}.</source>
        <translation>Weź {component} z {use_location}.</translation>
    </message>
    <message>
        <source>Take the {component}, {part}.</source>
        <translation>Weź {component}, {part}.</translation>
    </message>
    <message>
        <source>Take {value}</source>
        <translation>Przyjmij {value}</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Zabrane</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Cofnięte</translation>
    </message>
    <message>
        <source>Taken over already.</source>
        <translation>Już przejęto.</translation>
    </message>
    <message>
        <source>Taking the photo</source>
        <translation>Robienie zdjęcia</translation>
    </message>
    <message>
        <source>Tap a defect after it was put right and looked at again.</source>
        <translation>Dotknij wady po poprawie i ponownym obejrzeniu.</translation>
    </message>
    <message>
        <source>Tap a line for its records.</source>
        <translation>Dotknij wiersza, aby zobaczyć zapisy.</translation>
    </message>
    <message>
        <source>Tap one to say how far help is.</source>
        <translation>Dotknij, aby podać, gdzie jest pomoc.</translation>
    </message>
    <message>
        <source>Tap one to say what it really was.</source>
        <translation>Dotknij, aby podać, co to było naprawdę.</translation>
    </message>
    <message>
        <source>Tap the place</source>
        <translation>Dotknij miejsca</translation>
    </message>
    <message>
        <source>Tap the right order, or scan its label.</source>
        <translation>Dotknij właściwego zlecenia lub skanuj jego etykietę.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cel</translation>
    </message>
    <message>
        <source>Team lead</source>
        <translation>Lider</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Tell maintenance: driver restarts.</source>
        <translation>Zgłoś utrzymaniu ruchu: restart sterownika.</translation>
    </message>
    <message>
        <source>Tell one of them.</source>
        <translation>Powiedz jednej z tych osób.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test it before or after this step.</source>
        <translation>Testuj przed tym krokiem lub po nim.</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>Etykieta testowa</translation>
    </message>
    <message>
        <source>Test of {device}</source>
        <translation>Test {device}</translation>
    </message>
    <message>
        <source>Test the address first.</source>
        <translation>Najpierw przetestuj adres.</translation>
    </message>
    <message>
        <source>Test the device</source>
        <translation>Test urządzenia</translation>
    </message>
    <message>
        <source>Text in {language}</source>
        <translation>Tekst: {language}</translation>
    </message>
    <message>
        <source>That command means nothing here.</source>
        <translation>To polecenie nic tu nie znaczy.</translation>
    </message>
    <message>
        <source>That was at {since}. Nothing was changed.</source>
        <translation>Kiedy: {since}. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>The PDF could not be kept.</source>
        <translation>PDF nie został zapisany.</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>PIN jest błędny.</translation>
    </message>
    <message>
        <source>The bill does not name this part.</source>
        <translation>Lista części nie wymienia tej części.</translation>
    </message>
    <message>
        <source>The bypass is not for this step.</source>
        <translation>Obejście nie dotyczy tego kroku.</translation>
    </message>
    <message>
        <source>The call is being recorded. It counts only when the time starts.</source>
        <translation>Wezwanie jest zapisywane. Liczy się, gdy ruszy czas.</translation>
    </message>
    <message>
        <source>The check is done.</source>
        <translation>Kontrola zrobiona.</translation>
    </message>
    <message>
        <source>The check wants {expected}.</source>
        <translation>Kontrola wymaga: {expected}.</translation>
    </message>
    <message>
        <source>The code came with small and large letters swapped. Nothing was taken.</source>
        <translation>Wielkie i małe litery kodu są zamienione. Niczego nie przyjęto.</translation>
    </message>
    <message>
        <source>The code came, {count} characters.</source>
        <translation>Kod przyszedł, znaki: {count}.</translation>
    </message>
    <message>
        <source>The customer agrees</source>
        <translation>Klient się zgadza</translation>
    </message>
    <message>
        <source>The decision is not recorded.</source>
        <translation>Decyzji nie zapisano.</translation>
    </message>
    <message>
        <source>The decision needs other signatures than it has.</source>
        <translation>Decyzja wymaga innych podpisów.</translation>
    </message>
    <message>
        <source>The defect is not recorded.</source>
        <translation>Wady nie zapisano.</translation>
    </message>
    <message>
        <source>The device answers, but this does not work: {what}</source>
        <translation>Urządzenie odpowiada, ale to nie działa: {what}</translation>
    </message>
    <message>
        <source>The device answers. Save the address.</source>
        <translation>Urządzenie odpowiada. Zapisz adres.</translation>
    </message>
    <message>
        <source>The device does not do its part: {why}</source>
        <translation>Urządzenie nie robi swojego: {why}</translation>
    </message>
    <message>
        <source>The device has not answered at {value} yet.</source>
        <translation>Urządzenie nie odpowiedziało jeszcze pod {value}.</translation>
    </message>
    <message>
        <source>The file is written. Records: {count}</source>
        <translation>Plik zapisany. Zapisy: {count}</translation>
    </message>
    <message>
        <source>The first part begins with the stop. Nothing was changed.</source>
        <translation>Pierwsza część zaczyna się razem z postojem. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>The gate is locked again.</source>
        <translation>Zabezpieczenie znów zablokowane.</translation>
    </message>
    <message>
        <source>The gate is locked.</source>
        <translation>Zabezpieczenie zablokowane.</translation>
    </message>
    <message>
        <source>The gate is not verified.</source>
        <translation>Zabezpieczenie niesprawdzone.</translation>
    </message>
    <message>
        <source>The gate may be bypassed for now</source>
        <translation>Zabezpieczenie można na razie ominąć</translation>
    </message>
    <message>
        <source>The gate was tried and works</source>
        <translation>Zabezpieczenie sprawdzone i działa</translation>
    </message>
    <message>
        <source>The gate works</source>
        <translation>Działa</translation>
    </message>
    <message>
        <source>The instruction is not here yet.</source>
        <translation>Instrukcji jeszcze tu nie ma.</translation>
    </message>
    <message>
        <source>The instruction names no right for leaving it out.</source>
        <translation>Instrukcja nie podaje prawa do jego pominięcia.</translation>
    </message>
    <message>
        <source>The label is on the wrong part</source>
        <translation>Etykieta jest na złej części</translation>
    </message>
    <message>
        <source>The label may have been printed.</source>
        <translation>Etykieta mogła się wydrukować.</translation>
    </message>
    <message>
        <source>The label was not printed.</source>
        <translation>Etykiety nie wydrukowano.</translation>
    </message>
    <message>
        <source>The list of people may be old: no server since the start.</source>
        <translation>Lista osób może być stara: brak serwera od startu.</translation>
    </message>
    <message>
        <source>The list of this plant.</source>
        <translation>Lista tego zakładu.</translation>
    </message>
    <message>
        <source>The message is being recorded.</source>
        <translation>Wiadomość jest zapisywana.</translation>
    </message>
    <message>
        <source>The message is for nobody yet.</source>
        <translation>Wiadomość nie ma jeszcze odbiorcy.</translation>
    </message>
    <message>
        <source>The message is on its way.</source>
        <translation>Wiadomość jest w drodze.</translation>
    </message>
    <message>
        <source>The most similar first, and what came of it.</source>
        <translation>Najpierw najbardziej podobne, ze skutkiem.</translation>
    </message>
    <message>
        <source>The newest first. A tap opens its card.</source>
        <translation>Najnowsze pierwsze. Dotknięcie otwiera kartę.</translation>
    </message>
    <message>
        <source>The next lot may be taken now.</source>
        <translation>Można teraz wziąć następną partię.</translation>
    </message>
    <message>
        <source>The next {count} units will show if it held.</source>
        <translation>Kolejne sztuki ({count}) pokażą, czy to skuteczne.</translation>
    </message>
    <message>
        <source>The oldest first. Tap one to settle it.</source>
        <translation>Najstarszy pierwszy. Dotknij, aby rozstrzygnąć.</translation>
    </message>
    <message>
        <source>The one with the blue frame.</source>
        <translation>Ten z niebieską ramką.</translation>
    </message>
    <message>
        <source>The open step of unit {serial} does not take this result.</source>
        <translation>Otwarty krok sztuki {serial} nie przyjmuje tego wyniku.</translation>
    </message>
    <message>
        <source>The operation opens a step that this unit does not have.</source>
        <translation>Operacja otwiera krok, którego ta sztuka nie ma.</translation>
    </message>
    <message>
        <source>The order is urgent</source>
        <translation>Pilne zlecenie</translation>
    </message>
    <message>
        <source>The part was added.</source>
        <translation>Dodano część.</translation>
    </message>
    <message>
        <source>The parts do not follow each other.</source>
        <translation>Części nie następują po sobie.</translation>
    </message>
    <message>
        <source>The parts it is built on, with their licences</source>
        <translation>Z czego jest zbudowane, z licencjami</translation>
    </message>
    <message>
        <source>The photo is blurred. Hold still and take it again.</source>
        <translation>Zdjęcie jest nieostre. Nie ruszaj i zrób je ponownie.</translation>
    </message>
    <message>
        <source>The photo is sharp.</source>
        <translation>Zdjęcie jest ostre.</translation>
    </message>
    <message>
        <source>The photo was not recorded.</source>
        <translation>Zdjęcia nie zapisano.</translation>
    </message>
    <message>
        <source>The picture is good: {width} × {height}</source>
        <translation>Obraz jest dobry: {width} × {height}</translation>
    </message>
    <message>
        <source>The place was done again</source>
        <translation>Miejsce zrobiono ponownie</translation>
    </message>
    <message>
        <source>The plant counts none of it any more. This part came from elsewhere.</source>
        <translation>Zakład nie ma jej już na stanie. Ta część jest skądinąd.</translation>
    </message>
    <message>
        <source>The plant does not let it be put off.</source>
        <translation>Zakład nie pozwala jej przełożyć.</translation>
    </message>
    <message>
        <source>The plant has taken it back.</source>
        <translation>Zakład je wycofał.</translation>
    </message>
    <message>
        <source>The plant keeps people and their rights. The server sends them.</source>
        <translation>Zakład prowadzi osoby i prawa. Wysyła je serwer.</translation>
    </message>
    <message>
        <source>The plant lets nobody leave it out.</source>
        <translation>Zakład nikomu nie pozwala jej pominąć.</translation>
    </message>
    <message>
        <source>The plant took it back, or moved it.</source>
        <translation>Zakład ją wycofał lub przeniósł.</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>Brakuje powodu.</translation>
    </message>
    <message>
        <source>The record of this check is not here.</source>
        <translation>Nie ma tu zapisu tej kontroli.</translation>
    </message>
    <message>
        <source>The report has no words yet.</source>
        <translation>Zgłoszenie nie ma jeszcze słów.</translation>
    </message>
    <message>
        <source>The rework has no step.</source>
        <translation>Poprawa nie ma kroku.</translation>
    </message>
    <message>
        <source>The scan changed nothing.</source>
        <translation>Skan nic nie zmienił.</translation>
    </message>
    <message>
        <source>The scan has no end.</source>
        <translation>Skan nie ma końca.</translation>
    </message>
    <message>
        <source>The scanner sent {count} characters, then nothing. Nothing was taken.</source>
        <translation>Skaner wysłał znaki ({count}), potem nic. Niczego nie przyjęto.</translation>
    </message>
    <message>
        <source>The scanner types as {scanner}, this PC reads as {pc}. Nothing was taken.</source>
        <translation>Skaner pisze jako {scanner}, komputer czyta jako {pc}. Niczego nie przyjęto.</translation>
    </message>
    <message>
        <source>The scanner’s keyboard layout seems to differ.</source>
        <translation>Układ klawiatury skanera wydaje się inny.</translation>
    </message>
    <message>
        <source>The screen had just changed.</source>
        <translation>Ekran właśnie się zmienił.</translation>
    </message>
    <message>
        <source>The server answers, but confirms nothing.</source>
        <translation>Serwer odpowiada, ale nic nie potwierdza.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Serwer jest nieosiągalny.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>Serwer jest zajęty.</translation>
    </message>
    <message>
        <source>The server is older than this station.</source>
        <translation>Serwer jest starszy niż stanowisko.</translation>
    </message>
    <message>
        <source>The server refuses this station.</source>
        <translation>Serwer odmawia temu stanowisku.</translation>
    </message>
    <message>
        <source>The server takes no more records under this enrolment.</source>
        <translation>Serwer nie przyjmuje nic pod tym zgłoszeniem.</translation>
    </message>
    <message>
        <source>The server’s certificate is not valid.</source>
        <translation>Certyfikat serwera jest nieważny.</translation>
    </message>
    <message>
        <source>The setting was not saved.</source>
        <translation>Ustawienia nie zapisano.</translation>
    </message>
    <message>
        <source>The station answered “{code}”.</source>
        <translation>Stanowisko odpowiedziało „{code}”.</translation>
    </message>
    <message>
        <source>The station does not read compressed GS1 links. Nothing was recorded.</source>
        <translation>Stanowisko nie czyta skompresowanych linków GS1. Nic nie zapisano.</translation>
    </message>
    <message>
        <source>The station finds its order and the right instructions.</source>
        <translation>Stanowisko znajdzie zlecenie i instrukcję.</translation>
    </message>
    <message>
        <source>The station goes on while this is done.</source>
        <translation>Stanowisko działa w tym czasie dalej.</translation>
    </message>
    <message>
        <source>The station lists its newest stops. Nothing was changed.</source>
        <translation>Stanowisko pokazuje najnowsze postoje. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>The station opens its records.</source>
        <translation>Stanowisko otwiera swoje zapisy.</translation>
    </message>
    <message>
        <source>The station starts.</source>
        <translation>Stanowisko się uruchamia.</translation>
    </message>
    <message>
        <source>The stick is gone.</source>
        <translation>Pamięci USB już nie ma.</translation>
    </message>
    <message>
        <source>The stop was shorter.</source>
        <translation>Postój był krótszy.</translation>
    </message>
    <message>
        <source>The system says: {reason}. The handover itself is not touched.</source>
        <translation>Komunikat systemu: {reason}. Samo przekazanie pozostaje ważne.</translation>
    </message>
    <message>
        <source>The team lead is called.</source>
        <translation>Lider jest wezwany.</translation>
    </message>
    <message>
        <source>The team lead sees it with order, unit and step.</source>
        <translation>Lider widzi to ze zleceniem, sztuką i krokiem.</translation>
    </message>
    <message>
        <source>The test label is printed.</source>
        <translation>Etykieta testowa wydrukowana.</translation>
    </message>
    <message>
        <source>The tool is locked until you have seen this.</source>
        <translation>Narzędzie jest zablokowane, aż to zobaczysz.</translation>
    </message>
    <message>
        <source>The tool is locked.</source>
        <translation>Narzędzie jest zablokowane.</translation>
    </message>
    <message>
        <source>The tool says the same torque again and again</source>
        <translation>Narzędzie wciąż podaje ten sam moment</translation>
    </message>
    <message>
        <source>The tool was not released for it. It is kept; do this place again.</source>
        <translation>Narzędzie nie było zwolnione. Zapisano; powtórz to miejsce.</translation>
    </message>
    <message>
        <source>The tool was not released for it. Whose is it?</source>
        <translation>Narzędzie nie było zwolnione. Czyj to wynik?</translation>
    </message>
    <message>
        <source>The value came.</source>
        <translation>Wartość przyszła.</translation>
    </message>
    <message>
        <source>The values are not stable enough yet.</source>
        <translation>Wartości nie są jeszcze dość stabilne.</translation>
    </message>
    <message>
        <source>The work goes on. It is recorded, and quality will look at it.</source>
        <translation>Praca trwa. Zapisano to, jakość to obejrzy.</translation>
    </message>
    <message>
        <source>Then a second person signs: “{meaning}”</source>
        <translation>Potem podpisuje druga osoba: „{meaning}”</translation>
    </message>
    <message>
        <source>Then say so in the list.</source>
        <translation>Potem zgłoś to na liście.</translation>
    </message>
    <message>
        <source>Then say so: tap “Open defects”.</source>
        <translation>Potem zgłoś: dotknij „Otwarte wady”.</translation>
    </message>
    <message>
        <source>Then scan the label of the box.</source>
        <translation>Potem skanuj etykietę skrzynki.</translation>
    </message>
    <message>
        <source>There is no label printer here.</source>
        <translation>Nie ma tu drukarki etykiet.</translation>
    </message>
    <message>
        <source>There is no order for this station.</source>
        <translation>Brak zlecenia dla tego stanowiska.</translation>
    </message>
    <message>
        <source>There is no photo yet.</source>
        <translation>Nie ma jeszcze zdjęcia.</translation>
    </message>
    <message>
        <source>There is no picture here. Choose the place by its name.</source>
        <translation>Nie ma tu obrazu. Wybierz miejsce po nazwie.</translation>
    </message>
    <message>
        <source>There is no record. {owner}: {action}</source>
        <translation>Brak zapisu. {owner}: {action}</translation>
    </message>
    <message>
        <source>There is no such device.</source>
        <translation>Nie ma takiego urządzenia.</translation>
    </message>
    <message>
        <source>There is no unit to label.</source>
        <translation>Nie ma sztuki do oznaczenia.</translation>
    </message>
    <message>
        <source>There is nothing on the picture.</source>
        <translation>Na obrazie nic nie widać.</translation>
    </message>
    <message>
        <source>There is nothing to acknowledge.</source>
        <translation>Nie ma czego potwierdzać.</translation>
    </message>
    <message>
        <source>There is nothing to decide about, or it was decided already.</source>
        <translation>Nie ma o czym decydować lub już zdecydowano.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Nie ma czego powtarzać.</translation>
    </message>
    <message>
        <source>There is nothing to verify.</source>
        <translation>Nie ma czego sprawdzać.</translation>
    </message>
    <message>
        <source>These are too many.</source>
        <translation>To za dużo.</translation>
    </message>
    <message>
        <source>They can be done at any time.</source>
        <translation>Można je robić w każdej chwili.</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>PC</translation>
    </message>
    <message>
        <source>This address cannot be used: {why}</source>
        <translation>Tego adresu nie można użyć: {why}</translation>
    </message>
    <message>
        <source>This badge is not known here.</source>
        <translation>Ta karta nie jest tu znana.</translation>
    </message>
    <message>
        <source>This call is closed.</source>
        <translation>To wezwanie jest zamknięte.</translation>
    </message>
    <message>
        <source>This call of {station} is not yours.</source>
        <translation>Wezwanie ({station}) nie jest do Ciebie.</translation>
    </message>
    <message>
        <source>This cannot be changed here.</source>
        <translation>Tego nie można tu zmienić.</translation>
    </message>
    <message>
        <source>This cannot be stopped.</source>
        <translation>Tego nie można zatrzymać.</translation>
    </message>
    <message>
        <source>This check goes on: {check}</source>
        <translation>Trwa kontrola: {check}</translation>
    </message>
    <message>
        <source>This check is for others.</source>
        <translation>Ta kontrola jest dla innych.</translation>
    </message>
    <message>
        <source>This check is not due.</source>
        <translation>Na tę kontrolę nie czas.</translation>
    </message>
    <message>
        <source>This check is not for this station.</source>
        <translation>Ta kontrola nie jest dla tego stanowiska.</translation>
    </message>
    <message>
        <source>This check is not left out.</source>
        <translation>Tej kontroli się nie pomija.</translation>
    </message>
    <message>
        <source>This check may not wait.</source>
        <translation>Ta kontrola nie może czekać.</translation>
    </message>
    <message>
        <source>This code can be two things.</source>
        <translation>Ten kod może znaczyć dwie rzeczy.</translation>
    </message>
    <message>
        <source>This code is not known here.</source>
        <translation>Ten kod nie jest tu znany.</translation>
    </message>
    <message>
        <source>This command is not known.</source>
        <translation>To polecenie nie jest znane.</translation>
    </message>
    <message>
        <source>This decision is not known.</source>
        <translation>Ta decyzja nie jest znana.</translation>
    </message>
    <message>
        <source>This defect is not open.</source>
        <translation>Ta wada nie jest otwarta.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>To się nie udało.</translation>
    </message>
    <message>
        <source>This is another code.</source>
        <translation>To inny kod.</translation>
    </message>
    <message>
        <source>This is confirmed with your badge.</source>
        <translation>To potwierdza się kartą.</translation>
    </message>
    <message>
        <source>This is going on already.</source>
        <translation>To już trwa.</translation>
    </message>
    <message>
        <source>This is not a part label.</source>
        <translation>To nie jest etykieta części.</translation>
    </message>
    <message>
        <source>This is not possible here.</source>
        <translation>Tutaj to niemożliwe.</translation>
    </message>
    <message>
        <source>This is somebody else.</source>
        <translation>To ktoś inny.</translation>
    </message>
    <message>
        <source>This is the record of another station.</source>
        <translation>To zapis innego stanowiska.</translation>
    </message>
    <message>
        <source>This is the same person.</source>
        <translation>To ta sama osoba.</translation>
    </message>
    <message>
        <source>This label cannot be read completely.</source>
        <translation>Tej etykiety nie da się odczytać w całości.</translation>
    </message>
    <message>
        <source>This label has no lot.</source>
        <translation>Ta etykieta nie ma partii.</translation>
    </message>
    <message>
        <source>This label has no serial number.</source>
        <translation>Ta etykieta nie ma numeru seryjnego.</translation>
    </message>
    <message>
        <source>This line changes when the station has kept it.</source>
        <translation>Ten wiersz zmieni się, gdy stanowisko to zapisze.</translation>
    </message>
    <message>
        <source>This line is settled already.</source>
        <translation>Tę pozycję już rozstrzygnięto.</translation>
    </message>
    <message>
        <source>This link is compressed.</source>
        <translation>Ten link jest skompresowany.</translation>
    </message>
    <message>
        <source>This needs your badge. It is your signature.</source>
        <translation>Potrzebna karta. To Twój podpis.</translation>
    </message>
    <message>
        <source>This part is in the bill.</source>
        <translation>Ta część jest na liście części.</translation>
    </message>
    <message>
        <source>This photo must come from it. Maintenance adds it to the configuration.</source>
        <translation>Zdjęcie musi pochodzić z niej. Utrzymanie ruchu doda ją do konfiguracji.</translation>
    </message>
    <message>
        <source>This picture has not come down from the plant yet.</source>
        <translation>Ten obraz nie dotarł jeszcze z zakładu.</translation>
    </message>
    <message>
        <source>This place is not in this step.</source>
        <translation>To miejsce nie należy do tego kroku.</translation>
    </message>
    <message>
        <source>This plant takes no typed number of the {component}.</source>
        <translation>Ten zakład nie przyjmuje wpisanego numeru: {component}.</translation>
    </message>
    <message>
        <source>This result waits no longer, or none was chosen.</source>
        <translation>Ten wynik już nie czeka lub żadnego nie wybrano.</translation>
    </message>
    <message>
        <source>This screen has no button for it. The scan changed nothing.</source>
        <translation>Na tym ekranie nie ma takiego przycisku. Skan nic nie zmienił.</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>To stanowisko</translation>
    </message>
    <message>
        <source>This station has no checks.</source>
        <translation>To stanowisko nie ma kontroli.</translation>
    </message>
    <message>
        <source>This station has not stopped of late.</source>
        <translation>To stanowisko ostatnio nie stało.</translation>
    </message>
    <message>
        <source>This station is enrolled. For another server, enrol it again.</source>
        <translation>Stanowisko jest zgłoszone. Do innego serwera zgłoś je ponownie.</translation>
    </message>
    <message>
        <source>This station is not enrolled at a server.</source>
        <translation>Stanowisko nie jest zgłoszone do serwera.</translation>
    </message>
    <message>
        <source>This station knows none.</source>
        <translation>To stanowisko żadnych nie zna.</translation>
    </message>
    <message>
        <source>This station’s history differs from the server’s.</source>
        <translation>Historia stanowiska różni się od serwera.</translation>
    </message>
    <message>
        <source>This station’s program runs already.</source>
        <translation>Program stanowiska już działa.</translation>
    </message>
    <message>
        <source>This station’s software is too old for its record.</source>
        <translation>Program stanowiska jest za stary dla zapisu.</translation>
    </message>
    <message>
        <source>This station’s software is too old for its server.</source>
        <translation>Program stanowiska jest za stary dla serwera.</translation>
    </message>
    <message>
        <source>This step asks for no photo.</source>
        <translation>Ten krok nie wymaga zdjęcia.</translation>
    </message>
    <message>
        <source>This step by its alternative</source>
        <translation>Ten krok metodą zastępczą</translation>
    </message>
    <message>
        <source>This step cannot be left out.</source>
        <translation>Tego kroku nie można pominąć.</translation>
    </message>
    <message>
        <source>This step has a failed result.</source>
        <translation>Ten krok ma zły wynik.</translation>
    </message>
    <message>
        <source>This step is not done yet.</source>
        <translation>Ten krok nie jest jeszcze gotowy.</translation>
    </message>
    <message>
        <source>This step is over.</source>
        <translation>Ten krok minął.</translation>
    </message>
    <message>
        <source>This step needs the {component}.</source>
        <translation>Ten krok wymaga: {component}.</translation>
    </message>
    <message>
        <source>This stop has a reason already.</source>
        <translation>Ten postój ma już powód.</translation>
    </message>
    <message>
        <source>This stop is corrected by others.</source>
        <translation>Ten postój poprawiają inni.</translation>
    </message>
    <message>
        <source>This stop is not listed here.</source>
        <translation>Tego postoju tu nie ma.</translation>
    </message>
    <message>
        <source>This unit only</source>
        <translation>Tylko ta sztuka</translation>
    </message>
    <message>
        <source>This value is not possible.</source>
        <translation>Ta wartość jest niemożliwa.</translation>
    </message>
    <message>
        <source>This value must come from it. Maintenance adds it to the configuration.</source>
        <translation>Wartość musi pochodzić z niego. Utrzymanie ruchu doda go do konfiguracji.</translation>
    </message>
    <message>
        <source>This value must come from the gauge.</source>
        <translation>Ta wartość musi pochodzić z przyrządu.</translation>
    </message>
    <message>
        <source>This value must come from the gauge. Check cable and power; it keeps trying.</source>
        <translation>Wartość musi pochodzić z przyrządu. Sprawdź kabel i zasilanie; próby trwają.</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Gwint</translation>
    </message>
    <message>
        <source>Thread dirty</source>
        <translation>Brudny gwint</translation>
    </message>
    <message>
        <source>Tick each line, then take over.</source>
        <translation>Zaznacz każdy wiersz, potem przejmij.</translation>
    </message>
    <message>
        <source>Tick when seen</source>
        <translation>Zaznacz widziane</translation>
    </message>
    <message>
        <source>Tightening</source>
        <translation>Dokręcanie</translation>
    </message>
    <message>
        <source>Tiles and lists: choice {number}, in reading order.</source>
        <translation>Kafelki i listy: wybór {number}, w kolejności czytania.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>To be done: {count}</source>
        <translation>Do zrobienia: {count}</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Do decyzji</translation>
    </message>
    <message>
        <source>To decide: {count}</source>
        <translation>Do decyzji: {count}</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Do zrobienia</translation>
    </message>
    <message>
        <source>To look at only. A technician may change them.</source>
        <translation>Tylko do wglądu. Zmieniać może technik.</translation>
    </message>
    <message>
        <source>To look at only. Ask {who}.</source>
        <translation>Tylko do wglądu. Zapytaj: {who}.</translation>
    </message>
    <message>
        <source>To the signatures</source>
        <translation>Do podpisów</translation>
    </message>
    <message>
        <source>To try it</source>
        <translation>Na próbę</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>Do sprawdzenia</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>Jutro {time}</translation>
    </message>
    <message>
        <source>Tones for OK, NOK and attention</source>
        <translation>Tony dla OK, NOK i uwagi</translation>
    </message>
    <message>
        <source>Too few cases · last {time}</source>
        <translation>Za mało przypadków · ostatnio {time}</translation>
    </message>
    <message>
        <source>Too many failed tries.</source>
        <translation>Za dużo nieudanych prób.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Za dużo błędnych PIN-ów.</translation>
    </message>
    <message>
        <source>Too rare</source>
        <translation>Zbyt rzadkie</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Narzędzie</translation>
    </message>
    <message>
        <source>Tool broken</source>
        <translation>Narzędzie zepsute</translation>
    </message>
    <message>
        <source>Tool locked</source>
        <translation>Zablokowane</translation>
    </message>
    <message>
        <source>Tool lost</source>
        <translation>Utracone</translation>
    </message>
    <message>
        <source>Tool not available</source>
        <translation>Brak narzędzia</translation>
    </message>
    <message>
        <source>Tool not locked</source>
        <translation>Bez blokady</translation>
    </message>
    <message>
        <source>Tool or gauge not there</source>
        <translation>Brak narzędzia lub przyrządu</translation>
    </message>
    <message>
        <source>Tool ready</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Tool released</source>
        <translation>Narzędzie zwolnione</translation>
    </message>
    <message>
        <source>Tool replaced: {name}</source>
        <translation>Wymienione narzędzie: {name}</translation>
    </message>
    <message>
        <source>Tool {name}</source>
        <translation>Narzędzie {name}</translation>
    </message>
    <message>
        <source>Tool {tool} is not set up here.</source>
        <translation>Narzędzia {tool} tu nie skonfigurowano.</translation>
    </message>
    <message>
        <source>Tool {tool} was locked.</source>
        <translation>Narzędzie {tool} zablokowano.</translation>
    </message>
    <message>
        <source>Torque</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Torque over angle</source>
        <translation>Moment i kąt</translation>
    </message>
    <message>
        <source>Torque tool</source>
        <translation>Wkrętak</translation>
    </message>
    <message>
        <source>Train others</source>
        <translation>Szkolenie innych</translation>
    </message>
    <message>
        <source>Trained by {name}</source>
        <translation>Trener {name}</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Trener</translation>
    </message>
    <message>
        <source>Trainer signs</source>
        <translation>Podpis trenera</translation>
    </message>
    <message>
        <source>Trainer: scan your badge</source>
        <translation>Trener: skanuj kartę</translation>
    </message>
    <message>
        <source>Trainers here</source>
        <translation>Trenerzy tutaj</translation>
    </message>
    <message>
        <source>Training ended</source>
        <translation>Koniec szkolenia</translation>
    </message>
    <message>
        <source>Training started</source>
        <translation>Początek szkolenia</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Try again, or scan your badge.</source>
        <translation>Spróbuj ponownie lub skanuj kartę.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Spróbuj teraz</translation>
    </message>
    <message>
        <source>Try the gate as it says above.</source>
        <translation>Wypróbuj zabezpieczenie jak wyżej.</translation>
    </message>
    <message>
        <source>Try {number} of {total}. {more}</source>
        <translation>Próba {number} z {total}. {more}</translation>
    </message>
    <message>
        <source>Two code patterns of the plant read it differently. Nothing was recorded.</source>
        <translation>Dwa wzorce kodów zakładu czytają go różnie. Nic nie zapisano.</translation>
    </message>
    <message>
        <source>Type label</source>
        <translation>Wpisz etykietę</translation>
    </message>
    <message>
        <source>Type the address</source>
        <translation>Wpisz adres</translation>
    </message>
    <message>
        <source>Type the value</source>
        <translation>Wpisz wartość</translation>
    </message>
    <message>
        <source>Typed values end alike</source>
        <translation>Wpisane wartości kończą się tak samo</translation>
    </message>
    <message>
        <source>Typed, it proves nothing: the record says so.</source>
        <translation>Wpisane niczego nie dowodzi: zapis to podaje.</translation>
    </message>
    <message>
        <source>Typed, not measured: {where}</source>
        <translation>Wpisane, nie zmierzone: {where}</translation>
    </message>
    <message>
        <source>USB stick {name}</source>
        <translation>Pamięć USB {name}</translation>
    </message>
    <message>
        <source>Unassigned results: {count}</source>
        <translation>Wyniki bez przypisania: {count}</translation>
    </message>
    <message>
        <source>Uncover the lens of {device}, or switch the light on. Then try again.</source>
        <translation>Odsłoń {device} lub włącz światło, potem spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Undo scan</source>
        <translation>Cofnij skan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Sztuka</translation>
    </message>
    <message>
        <source>Unit done</source>
        <translation>Sztuka gotowa</translation>
    </message>
    <message>
        <source>Unit left</source>
        <translation>Sztuka odstawiona</translation>
    </message>
    <message>
        <source>Unit on hold</source>
        <translation>Sztuka zablokowana</translation>
    </message>
    <message>
        <source>Unit started</source>
        <translation>Sztuka rozpoczęta</translation>
    </message>
    <message>
        <source>Unit taken up again</source>
        <translation>Sztuka wznowiona</translation>
    </message>
    <message>
        <source>Unit {open} is in work now, and not {serial}.</source>
        <translation>W pracy jest teraz sztuka {open}, nie {serial}.</translation>
    </message>
    <message>
        <source>Unit {serial}</source>
        <translation>Sztuka {serial}</translation>
    </message>
    <message>
        <source>Unit {serial} and its tool stay locked until a person ends it.</source>
        <translation>Sztuka {serial} i narzędzie są zablokowane, aż osoba to zakończy.</translation>
    </message>
    <message>
        <source>Unit {serial} belongs to no order here.</source>
        <translation>Sztuka {serial} nie należy do żadnego zlecenia.</translation>
    </message>
    <message>
        <source>Unit {serial} belongs to order {order}.</source>
        <translation>Sztuka {serial} należy do zlecenia {order}.</translation>
    </message>
    <message>
        <source>Unit {serial} cannot start without a released order.</source>
        <translation>Sztuka {serial} nie może zacząć bez zwolnionego zlecenia.</translation>
    </message>
    <message>
        <source>Unit {serial} does not take this result.</source>
        <translation>Sztuka {serial} nie przyjmuje tego wyniku.</translation>
    </message>
    <message>
        <source>Unit {serial} goes back.</source>
        <translation>Sztuka {serial} wraca.</translation>
    </message>
    <message>
        <source>Unit {serial} has no {place}.</source>
        <translation>Sztuka {serial} nie ma: {place}.</translation>
    </message>
    <message>
        <source>Unit {serial} has open defects.</source>
        <translation>Sztuka {serial} ma otwarte wady.</translation>
    </message>
    <message>
        <source>Unit {serial} has something that was not conceded.</source>
        <translation>Sztuka {serial} ma coś poza odstępstwem.</translation>
    </message>
    <message>
        <source>Unit {serial} is at {station}, step {number}: {step}.</source>
        <translation>Sztuka {serial} jest na {station}, krok {number}: {step}.</translation>
    </message>
    <message>
        <source>Unit {serial} is finished already.</source>
        <translation>Sztuka {serial} jest już gotowa.</translation>
    </message>
    <message>
        <source>Unit {serial} is finished.</source>
        <translation>Sztuka {serial} jest gotowa.</translation>
    </message>
    <message>
        <source>Unit {serial} is not held.</source>
        <translation>Sztuka {serial} nie jest zablokowana.</translation>
    </message>
    <message>
        <source>Unit {serial} is not of order {order}.</source>
        <translation>Sztuka {serial} nie jest ze zlecenia {order}.</translation>
    </message>
    <message>
        <source>Unit {serial} is not ready for this order.</source>
        <translation>Sztuka {serial} niegotowa do tego zlecenia.</translation>
    </message>
    <message>
        <source>Unit {serial} is number {number} of {of}. It is marked in its record.</source>
        <translation>Sztuka {serial} to numer {number} z {of}. Jest to w jej zapisie.</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold at {station}.</source>
        <translation>Sztuka {serial} jest zablokowana na {station}.</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold.</source>
        <translation>Sztuka {serial} jest zablokowana.</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold: not provable.</source>
        <translation>Sztuka {serial} zablokowana: bez dowodu.</translation>
    </message>
    <message>
        <source>Unit {serial} is open at another station.</source>
        <translation>Sztuka {serial} jest otwarta na innym stanowisku.</translation>
    </message>
    <message>
        <source>Unit {serial} is scrapped.</source>
        <translation>Sztuka {serial} to złom.</translation>
    </message>
    <message>
        <source>Unit {serial} stands at step {number}: {step}.</source>
        <translation>Sztuka {serial} jest przy kroku {number}: {step}.</translation>
    </message>
    <message>
        <source>Unit {serial} stays locked until a person ends it.</source>
        <translation>Sztuka {serial} jest zablokowana, aż osoba to zakończy.</translation>
    </message>
    <message>
        <source>Unit {serial} waits, exactly as it was left.</source>
        <translation>Sztuka {serial} czeka w takim samym stanie.</translation>
    </message>
    <message>
        <source>Unit {serial} was finished at {station}.</source>
        <translation>Sztukę {serial} zakończono na {station}.</translation>
    </message>
    <message>
        <source>Unit {serial} was not begun here.</source>
        <translation>Sztuki {serial} tu nie zaczęto.</translation>
    </message>
    <message>
        <source>Unit {serial} · order {order}</source>
        <translation>Sztuka {serial} · zlecenie {order}</translation>
    </message>
    <message>
        <source>Unit {serial}, in work</source>
        <translation>Sztuka {serial}, w toku</translation>
    </message>
    <message>
        <source>Unit {serial}: what becomes of it?</source>
        <translation>Sztuka {serial}: co z nią będzie?</translation>
    </message>
    <message>
        <source>Units done of {argument}</source>
        <translation>Gotowe sztuki z {argument}</translation>
    </message>
    <message>
        <source>Units left: {count} · until {time}</source>
        <translation>Pozostało sztuk: {count} · do {time}</translation>
    </message>
    <message>
        <source>Units on hold</source>
        <translation>Sztuki zablokowane</translation>
    </message>
    <message>
        <source>Units that wait for proof or a decision</source>
        <translation>Sztuki czekające na dowód lub decyzję</translation>
    </message>
    <message>
        <source>Unlike the curves of OK results</source>
        <translation>Inna niż krzywe wyników OK</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it in again, then try again.</source>
        <translation>Odłącz i podłącz kamerę, potem spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Unusual curve</source>
        <translation>Nietypowa krzywa</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>W górę</translation>
    </message>
    <message>
        <source>Use alternative</source>
        <translation>Użyj metody zastępczej</translation>
    </message>
    <message>
        <source>Use an alternative</source>
        <translation>Metoda zastępcza</translation>
    </message>
    <message>
        <source>Use as is</source>
        <translation>Użyj bez zmian</translation>
    </message>
    <message>
        <source>Use as is: what allows it?</source>
        <translation>Użyj bez zmian: co na to pozwala?</translation>
    </message>
    <message>
        <source>Use as it is</source>
        <translation>Użyj bez zmian</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>Użyj zamiast tego</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Użyj zdjęcia</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
    <message>
        <source>Values drift</source>
        <translation>Wartości dryfują</translation>
    </message>
    <message>
        <source>Values still needed: {count}</source>
        <translation>Brakujące wartości: {count}</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Sprawdź</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Wersja</translation>
    </message>
    <message>
        <source>Version of this station</source>
        <translation>Wersja stanowiska</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Wersja {version}</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Odczekaj chwilę i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Poczekaj chwilę.</translation>
    </message>
    <message>
        <source>Wait for unit {first}.</source>
        <translation>Czekaj na sztukę {first}.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it.</source>
        <translation>Poczekaj na koniec lub zatrzymaj.</translation>
    </message>
    <message>
        <source>Wait until the station is synced, then scan again.</source>
        <translation>Poczekaj na synchronizację, potem skanuj ponownie.</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds, or scan your badge.</source>
        <translation>Odczekaj {seconds} s lub skanuj kartę.</translation>
    </message>
    <message>
        <source>Waited for quality</source>
        <translation>Czekanie na jakość</translation>
    </message>
    <message>
        <source>Waited for the line</source>
        <translation>Czekanie na linię</translation>
    </message>
    <message>
        <source>Waiting for device</source>
        <translation>Czeka na urządzenie</translation>
    </message>
    <message>
        <source>Waiting for the gauge</source>
        <translation>Czeka na przyrząd</translation>
    </message>
    <message>
        <source>Waiting for the machine</source>
        <translation>Czeka na maszynę</translation>
    </message>
    <message>
        <source>Waiting for the tool</source>
        <translation>Czeka na narzędzie</translation>
    </message>
    <message>
        <source>Waiting for {place}</source>
        <translation>Czeka na: {place}</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Odstępstwo</translation>
    </message>
    <message>
        <source>Was it on this unit? Check that place, or press Problem.</source>
        <translation>Czy to było na tej sztuce? Sprawdź miejsce lub naciśnij Problem.</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Obserwacja</translation>
    </message>
    <message>
        <source>Watched: {response}</source>
        <translation>Obserwacja: {response}</translation>
    </message>
    <message>
        <source>We run again</source>
        <translation>Znów pracujemy</translation>
    </message>
    <message>
        <source>What became of it? {step}</source>
        <translation>Co z tym zrobiono? {step}</translation>
    </message>
    <message>
        <source>What can I do here?</source>
        <translation>Co mogę tu zrobić?</translation>
    </message>
    <message>
        <source>What do you do?</source>
        <translation>Co robisz?</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>Co chcesz wiedzieć?</translation>
    </message>
    <message>
        <source>What does it undo?</source>
        <translation>Co cofa?</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Co to jest?</translation>
    </message>
    <message>
        <source>What is loosened is to do again. What was recorded stays.</source>
        <translation>Poluzowane trzeba powtórzyć. Zapisy zostają.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Czego brakuje</translation>
    </message>
    <message>
        <source>What is not OK? {step}</source>
        <translation>Co nie jest OK? {step}</translation>
    </message>
    <message>
        <source>What is not safe?</source>
        <translation>Co jest niebezpieczne?</translation>
    </message>
    <message>
        <source>What is recorded cannot be taken back.</source>
        <translation>Zapisu nie można cofnąć.</translation>
    </message>
    <message>
        <source>What is the problem?</source>
        <translation>Jaki jest problem?</translation>
    </message>
    <message>
        <source>What is to be done on the unit?</source>
        <translation>Co zrobić przy sztuce?</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Co zrobić?</translation>
    </message>
    <message>
        <source>What is wrong with it?</source>
        <translation>Co jest z tym nie tak?</translation>
    </message>
    <message>
        <source>What is wrong with the instruction?</source>
        <translation>Co jest nie tak z instrukcją?</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Co jest nie tak?</translation>
    </message>
    <message>
        <source>What kind of defect is it?</source>
        <translation>Jaka to wada?</translation>
    </message>
    <message>
        <source>What limited you</source>
        <translation>Co ograniczało</translation>
    </message>
    <message>
        <source>What made it safe?</source>
        <translation>Co usunęło zagrożenie?</translation>
    </message>
    <message>
        <source>What should the next shift know?</source>
        <translation>Co powinna wiedzieć następna zmiana?</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Co zrobić</translation>
    </message>
    <message>
        <source>What unit {serial} lacks belongs to none of its steps here.</source>
        <translation>To, czego brakuje sztuce {serial}, nie należy tu do żadnego kroku.</translation>
    </message>
    <message>
        <source>What waits to be sent cannot be read.</source>
        <translation>Nie można odczytać, co czeka na wysłanie.</translation>
    </message>
    <message>
        <source>What was done before</source>
        <translation>Co robiono wcześniej</translation>
    </message>
    <message>
        <source>What was it for the first {minutes} min?</source>
        <translation>Co to było przez pierwsze {minutes} min?</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>Co to było?</translation>
    </message>
    <message>
        <source>What was recorded stays, beside the new one.</source>
        <translation>Poprzedni zapis zostaje obok nowego.</translation>
    </message>
    <message>
        <source>What you accept</source>
        <translation>Na co się godzisz</translation>
    </message>
    <message>
        <source>What you take out stays on record.</source>
        <translation>Wyjęte części zostają w zapisie.</translation>
    </message>
    <message>
        <source>When you sign in, your own language is shown.</source>
        <translation>Po zalogowaniu widać Twój język.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Gdzie</translation>
    </message>
    <message>
        <source>Where OPC UA clients read our state</source>
        <translation>Gdzie klienci OPC UA czytają stan</translation>
    </message>
    <message>
        <source>Where does this number come from?</source>
        <translation>Skąd jest ta liczba?</translation>
    </message>
    <message>
        <source>Where from?</source>
        <translation>Skąd?</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>Gdzie to jest?</translation>
    </message>
    <message>
        <source>Which lot is it? {component}</source>
        <translation>Która to partia? {component}</translation>
    </message>
    <message>
        <source>Which part number is it? {component}</source>
        <translation>Jaki to numer części? {component}</translation>
    </message>
    <message>
        <source>Which serial number is it? {component}</source>
        <translation>Jaki to numer seryjny? {component}</translation>
    </message>
    <message>
        <source>Which unit is on the fixture?</source>
        <translation>Która sztuka jest w uchwycie?</translation>
    </message>
    <message>
        <source>Who builds a product</source>
        <translation>Kto składa produkt</translation>
    </message>
    <message>
        <source>Who fits a part</source>
        <translation>Kto montuje część</translation>
    </message>
    <message>
        <source>Who has a skill</source>
        <translation>Kto ma umiejętność</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>Dla kogo?</translation>
    </message>
    <message>
        <source>Who works here now</source>
        <translation>Kto teraz tu pracuje</translation>
    </message>
    <message>
        <source>Who works on an order</source>
        <translation>Kto robi zlecenie</translation>
    </message>
    <message>
        <source>Whoever takes over has to have seen each open thing.</source>
        <translation>Przejmujący musi widzieć każdą otwartą sprawę.</translation>
    </message>
    <message>
        <source>Why blocked?</source>
        <translation>Skąd blokada?</translation>
    </message>
    <message>
        <source>Why did the station stop?</source>
        <translation>Dlaczego stanowisko stało?</translation>
    </message>
    <message>
        <source>Why do you change this? {setting}</source>
        <translation>Dlaczego zmieniasz? {setting}</translation>
    </message>
    <message>
        <source>Why does it come out? {name}</source>
        <translation>Dlaczego wyjmujesz? {name}</translation>
    </message>
    <message>
        <source>Why is SN {serial} accepted without proof?</source>
        <translation>Dlaczego przyjąć SN {serial} bez dowodu?</translation>
    </message>
    <message>
        <source>Why is a part added?</source>
        <translation>Dlaczego dodajesz część?</translation>
    </message>
    <message>
        <source>Why is it left out? {step}</source>
        <translation>Dlaczego pomijasz? {step}</translation>
    </message>
    <message>
        <source>Why is it put off? {step}</source>
        <translation>Dlaczego przekładasz? {step}</translation>
    </message>
    <message>
        <source>Why is it reworked?</source>
        <translation>Dlaczego poprawa?</translation>
    </message>
    <message>
        <source>Why is the gate bypassed?</source>
        <translation>Dlaczego omijasz zabezpieczenie?</translation>
    </message>
    <message>
        <source>Why is this blocked?</source>
        <translation>Dlaczego to zablokowane?</translation>
    </message>
    <message>
        <source>Why, and at what price</source>
        <translation>Dlaczego i jakim kosztem</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Dlaczego?</translation>
    </message>
    <message>
        <source>With a trainer you can work all the same.</source>
        <translation>Z trenerem można mimo to pracować.</translation>
    </message>
    <message>
        <source>With {names}</source>
        <translation>Z: {names}</translation>
    </message>
    <message>
        <source>Without a photo</source>
        <translation>Bez zdjęcia</translation>
    </message>
    <message>
        <source>Without a reason nothing was recorded.</source>
        <translation>Bez powodu nic nie zapisano.</translation>
    </message>
    <message>
        <source>Work goes on without the server. All records are kept safe.</source>
        <translation>Praca trwa bez serwera. Wszystkie zapisy są bezpieczne.</translation>
    </message>
    <message>
        <source>Work needs {device} now.</source>
        <translation>Praca wymaga teraz {device}.</translation>
    </message>
    <message>
        <source>Work with a trainer: press Trainer signs.</source>
        <translation>Praca z trenerem: naciśnij Podpis trenera.</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Działa</translation>
    </message>
    <message>
        <source>Works without it</source>
        <translation>Działa bez niego</translation>
    </message>
    <message>
        <source>Worn bit</source>
        <translation>Zużyta końcówka</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Napisz wiadomość</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>Zapisz tutaj</translation>
    </message>
    <message>
        <source>Write to the stations</source>
        <translation>Wiadomości do stanowisk</translation>
    </message>
    <message>
        <source>Wrong part</source>
        <translation>Zła część</translation>
    </message>
    <message>
        <source>Wrong part fitted</source>
        <translation>Zamontowano złą część</translation>
    </message>
    <message>
        <source>Wrong part in it</source>
        <translation>Zła część w nim</translation>
    </message>
    <message>
        <source>Wrong scan</source>
        <translation>Błędny skan</translation>
    </message>
    <message>
        <source>Wrong screw</source>
        <translation>Zła śruba</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Tak</translation>
    </message>
    <message>
        <source>You answer for the work of {name}.</source>
        <translation>Odpowiadasz za pracę: {name}.</translation>
    </message>
    <message>
        <source>You can go back to work. This goes on by itself.</source>
        <translation>Można wrócić do pracy. To toczy się samo.</translation>
    </message>
    <message>
        <source>You chose {order}, and it lists its units.</source>
        <translation>Wybrano {order}, a ono wymienia swoje sztuki.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Tego nie wolno Ci zrobić.</translation>
    </message>
    <message>
        <source>You may not leave this step out.</source>
        <translation>Nie wolno Ci pominąć tego kroku.</translation>
    </message>
    <message>
        <source>You may not work here.</source>
        <translation>Nie wolno Ci tu pracować.</translation>
    </message>
    <message>
        <source>You said {count}. In it: {fitted}.</source>
        <translation>Podano {count}. W środku: {fitted}.</translation>
    </message>
    <message>
        <source>You said {count}. Still missing of the {component}: {missing}.</source>
        <translation>Podano {count}. Brakuje, {component}: {missing}.</translation>
    </message>
    <message>
        <source>You scanned</source>
        <translation>Zeskanowano</translation>
    </message>
    <message>
        <source>You scanned before you could read it. The scan changed nothing.</source>
        <translation>Skan był przed przeczytaniem. Skan nic nie zmienił.</translation>
    </message>
    <message>
        <source>You scanned its label, but unit {open} is open here.</source>
        <translation>Zeskanowano jej etykietę, ale otwarta jest sztuka {open}.</translation>
    </message>
    <message>
        <source>You scanned {serial}, but {open} is still open here.</source>
        <translation>Zeskanowano {serial}, ale {open} jest tu jeszcze otwarta.</translation>
    </message>
    <message>
        <source>You sign what {name} did.</source>
        <translation>Podpisujesz pracę: {name}.</translation>
    </message>
    <message>
        <source>You sign: “{meaning}”</source>
        <translation>Podpisujesz: „{meaning}”</translation>
    </message>
    <message>
        <source>You were here until {time}.</source>
        <translation>Ostatnia praca tutaj: do {time}.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Twoja odpowiedź</translation>
    </message>
    <message>
        <source>Your answer helps the next time.</source>
        <translation>Odpowiedź pomoże następnym razem.</translation>
    </message>
    <message>
        <source>Your answer is recorded with your name.</source>
        <translation>Odpowiedź jest zapisywana z Twoim nazwiskiem.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Twój numer</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Teraz Ty</translation>
    </message>
    <message>
        <source>Your words stay in the record of the unit.</source>
        <translation>Twoje słowa zostają w zapisie sztuki.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>i jeszcze {count}</translation>
    </message>
    <message>
        <source>angle from snug</source>
        <translation>kąt od przylegania</translation>
    </message>
    <message>
        <source>angle too large</source>
        <translation>kąt za duży</translation>
    </message>
    <message>
        <source>angle too small</source>
        <translation>kąt za mały</translation>
    </message>
    <message>
        <source>as the server’s</source>
        <translation>jak serwer</translation>
    </message>
    <message>
        <source>at {place}</source>
        <translation>w miejscu {place}</translation>
    </message>
    <message>
        <source>at {station}</source>
        <translation>na {station}</translation>
    </message>
    <message>
        <source>beyond the limits</source>
        <translation>poza granicami</translation>
    </message>
    <message>
        <source>bronze</source>
        <translation>brąz</translation>
    </message>
    <message>
        <source>check what replaced the step</source>
        <translation>sprawdź, co zastąpiło krok</translation>
    </message>
    <message>
        <source>contradicts another decision</source>
        <translation>sprzeczne z inną decyzją</translation>
    </message>
    <message>
        <source>decide about it</source>
        <translation>zdecyduj o tym</translation>
    </message>
    <message>
        <source>decide about the defect</source>
        <translation>zdecyduj o wadzie</translation>
    </message>
    <message>
        <source>expires {date}</source>
        <translation>ważne do {date}</translation>
    </message>
    <message>
        <source>final torque</source>
        <translation>moment końcowy</translation>
    </message>
    <message>
        <source>for {age}</source>
        <translation>od {age}</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>przyrząd</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>złoto</translation>
    </message>
    <message>
        <source>have it measured with a valid gauge</source>
        <translation>zleć pomiar ważnym przyrządem</translation>
    </message>
    <message>
        <source>have it scanned or measured, not typed</source>
        <translation>zleć skan lub pomiar, bez wpisywania</translation>
    </message>
    <message>
        <source>have the part scanned</source>
        <translation>zleć skan części</translation>
    </message>
    <message>
        <source>have the photo taken</source>
        <translation>zleć zdjęcie</translation>
    </message>
    <message>
        <source>have the step done again</source>
        <translation>zleć powtórzenie kroku</translation>
    </message>
    <message>
        <source>have the step signed</source>
        <translation>zleć podpisanie kroku</translation>
    </message>
    <message>
        <source>heard {age} ago</source>
        <translation>{age} temu</translation>
    </message>
    <message>
        <source>held in {count} of {total}</source>
        <translation>skuteczne: {count} z {total}</translation>
    </message>
    <message>
        <source>highest torque</source>
        <translation>najwyższy moment</translation>
    </message>
    <message>
        <source>highest torque of program step {step}</source>
        <translation>najwyższy moment kroku programu {step}</translation>
    </message>
    <message>
        <source>it goes on there; here it is begun anew</source>
        <translation>tam trwa dalej; tu zaczyna się od nowa</translation>
    </message>
    <message>
        <source>jumps of torque</source>
        <translation>skoki momentu</translation>
    </message>
    <message>
        <source>last answer {time}</source>
        <translation>ostatnia odpowiedź {time}</translation>
    </message>
    <message>
        <source>last value {time}</source>
        <translation>ostatnia wartość {time}</translation>
    </message>
    <message>
        <source>last: {time}</source>
        <translation>ostatnio: {time}</translation>
    </message>
    <message>
        <source>loosened</source>
        <translation>poluzowane</translation>
    </message>
    <message>
        <source>lot {lot}</source>
        <translation>partia {lot}</translation>
    </message>
    <message>
        <source>no angle value</source>
        <translation>brak kąta</translation>
    </message>
    <message>
        <source>no torque value</source>
        <translation>brak momentu</translation>
    </message>
    <message>
        <source>no unit is begun until it is settled</source>
        <translation>przed rozstrzygnięciem nie zacznie się żadna sztuka</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>brak wartości</translation>
    </message>
    <message>
        <source>not OK</source>
        <translation>nie OK</translation>
    </message>
    <message>
        <source>not done here yet</source>
        <translation>tu jeszcze nie zrobiono</translation>
    </message>
    <message>
        <source>not needed for a long time</source>
        <translation>od dawna niepotrzebne</translation>
    </message>
    <message>
        <source>not provable</source>
        <translation>bez dowodu</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nieczytelne</translation>
    </message>
    <message>
        <source>nothing was decided</source>
        <translation>nie podjęto decyzji</translation>
    </message>
    <message>
        <source>outcome not known</source>
        <translation>skutek nieznany</translation>
    </message>
    <message>
        <source>overdue since {time}</source>
        <translation>po terminie od {time}</translation>
    </message>
    <message>
        <source>overdue since {time}; no unit is begun before</source>
        <translation>po terminie od {time}; bez niej nie zacznie się sztuka</translation>
    </message>
    <message>
        <source>platinum</source>
        <translation>platyna</translation>
    </message>
    <message>
        <source>proposed as scrap</source>
        <translation>zgłoszone jako złom</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>zapisano</translation>
    </message>
    <message>
        <source>reworked</source>
        <translation>poprawione</translation>
    </message>
    <message>
        <source>same value again</source>
        <translation>wciąż ta sama wartość</translation>
    </message>
    <message>
        <source>silver</source>
        <translation>srebro</translation>
    </message>
    <message>
        <source>since {from}, {minutes} min</source>
        <translation>od {from}, {minutes} min</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>od {time}</translation>
    </message>
    <message>
        <source>since {time} · {order}</source>
        <translation>od {time} · {order}</translation>
    </message>
    <message>
        <source>since {time}, a repeat or {units} units end it</source>
        <translation>od {time}, kończy ją powtórka lub {units} szt.</translation>
    </message>
    <message>
        <source>slow shift</source>
        <translation>powolne przesunięcie</translation>
    </message>
    <message>
        <source>spread too wide</source>
        <translation>za duży rozrzut</translation>
    </message>
    <message>
        <source>suspended by a person</source>
        <translation>wstrzymane przez osobę</translation>
    </message>
    <message>
        <source>suspended: others help more often</source>
        <translation>wstrzymane: inne pomagają częściej</translation>
    </message>
    <message>
        <source>suspended: worse once is enough here</source>
        <translation>wstrzymane: tu wystarczy raz gorzej</translation>
    </message>
    <message>
        <source>to be done by {time}</source>
        <translation>zrobić do {time}</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>za dużo</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>za mało</translation>
    </message>
    <message>
        <source>tool has other limits</source>
        <translation>inne granice w narzędziu</translation>
    </message>
    <message>
        <source>tool says not OK</source>
        <translation>narzędzie zgłasza nie OK</translation>
    </message>
    <message>
        <source>torque before snug</source>
        <translation>moment przed przyleganiem</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>wpisano</translation>
    </message>
    <message>
        <source>until {time}, units left: {left}</source>
        <translation>do {time}, pozostało sztuk: {left}</translation>
    </message>
    <message>
        <source>values too far apart</source>
        <translation>wartości zbyt różne</translation>
    </message>
    <message>
        <source>whole angle</source>
        <translation>cały kąt</translation>
    </message>
    <message>
        <source>without a named place</source>
        <translation>bez nazwanego miejsca</translation>
    </message>
    <message>
        <source>work</source>
        <translation>praca</translation>
    </message>
    <message>
        <source>wrong program</source>
        <translation>zły program</translation>
    </message>
    <message>
        <source>wrong unit</source>
        <translation>zła jednostka miary</translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>{age} temu</translation>
    </message>
    <message>
        <source>{age} ahead of the server’s</source>
        <translation>{age} przed serwerem</translation>
    </message>
    <message>
        <source>{age} behind the server’s</source>
        <translation>{age} za serwerem</translation>
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
        <translation>{bypass} dotyczy innych kroków.</translation>
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
        <translation>{check}: tylko między dwiema sztukami. Nic nie zapisano.</translation>
    </message>
    <message>
        <source>{check} is done by: {roles}.</source>
        <translation>{check}, wykonuje: {roles}.</translation>
    </message>
    <message>
        <source>{check} needs: {skills}.</source>
        <translation>{check} wymaga: {skills}.</translation>
    </message>
    <message>
        <source>{check}: {line} is not OK. It is settled by: {who}.</source>
        <translation>{check}: {line} nie OK. Rozstrzyga: {who}.</translation>
    </message>
    <message>
        <source>{count} GB free</source>
        <translation>{count} GB wolne</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{count} devices</source>
        <translation>Urządzenia: {count}</translation>
    </message>
    <message>
        <source>{count} devices offline</source>
        <translation>Urządzenia offline: {count}</translation>
    </message>
    <message>
        <source>{count} failed results were put right</source>
        <translation>Poprawione złe wyniki: {count}</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} kept safe, oldest {age}</source>
        <translation>zapisano {count}, od {age}</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} of the last {total} units with lot {lot} did this.</source>
        <translation>{count} z ostatnich {total} sztuk z partią {lot}: to samo.</translation>
    </message>
    <message>
        <source>{count} of {total} done</source>
        <translation>Zrobiono {count} z {total}</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>Obrazy: {count}</translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation>{count} szt.</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>miejsca: {count}</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} still to look at</source>
        <translation>Do obejrzenia: {count}</translation>
    </message>
    <message>
        <source>{count} tries, {limit} allowed</source>
        <translation>Próby: {count}, dozwolone {limit}</translation>
    </message>
    <message>
        <source>{count} wrong scans in a row. If no label can be right, report a problem.</source>
        <translation>Błędne skany z rzędu: {count}. Jeśli żadna etykieta nie pasuje, zgłoś problem.</translation>
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
        <translation>{device} nie odpowiada.</translation>
    </message>
    <message>
        <source>{device} gave no picture in time.</source>
        <translation>{device} nie dała obrazu na czas.</translation>
    </message>
    <message>
        <source>{device} gave no picture.</source>
        <translation>{device} nie dała obrazu.</translation>
    </message>
    <message>
        <source>{device} is not configured here.</source>
        <translation>{device} nie jest tu skonfigurowane.</translation>
    </message>
    <message>
        <source>{device} is not plugged in.</source>
        <translation>{device}: kamera odłączona.</translation>
    </message>
    <message>
        <source>{device} is used by another program.</source>
        <translation>{device}: używa jej inny program.</translation>
    </message>
    <message>
        <source>{device} made a result that nobody asked for.</source>
        <translation>{device} dało wynik, o który nikt nie prosił.</translation>
    </message>
    <message>
        <source>{device} not locked</source>
        <translation>{device} bez blokady</translation>
    </message>
    <message>
        <source>{device} offline</source>
        <translation>{device} offline</translation>
    </message>
    <message>
        <source>{device} refused.</source>
        <translation>{device}: odmowa.</translation>
    </message>
    <message>
        <source>{device} · {kind}</source>
        <translation>{device} · {kind}</translation>
    </message>
    <message>
        <source>{device}: calibrate in {age}</source>
        <translation>{device}: kalibracja za {age}</translation>
    </message>
    <message>
        <source>{device}: calibrate today</source>
        <translation>{device}: kalibracja dzisiaj</translation>
    </message>
    <message>
        <source>{device}: calibration due soon.</source>
        <translation>{device}: wkrótce kalibracja.</translation>
    </message>
    <message>
        <source>{device}: calibration is over.</source>
        <translation>{device}: kalibracja minęła.</translation>
    </message>
    <message>
        <source>{device}: no connection.</source>
        <translation>{device}: brak połączenia.</translation>
    </message>
    <message>
        <source>{device}: not calibrated</source>
        <translation>{device}: brak kalibracji</translation>
    </message>
    <message>
        <source>{device}: {count} not asked for</source>
        <translation>{device}: {count} bez żądania</translation>
    </message>
    <message>
        <source>{device}: {words}.</source>
        <translation>{device}: {words}.</translation>
    </message>
    <message>
        <source>{disposition} is no way for a held unit.</source>
        <translation>{disposition} nie dotyczy zablokowanej sztuki.</translation>
    </message>
    <message>
        <source>{done} of {total}, for {age}</source>
        <translation>{done} z {total}, od {age}</translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation>{first} do {last} z {total}</translation>
    </message>
    <message>
        <source>{first} · {count} more</source>
        <translation>{first} · jeszcze {count}</translation>
    </message>
    <message>
        <source>{first} · {next}</source>
        <translation>{first} · {next}</translation>
    </message>
    <message>
        <source>{first}, then {second}</source>
        <translation>{first}, potem {second}</translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation>{first}, {next}</translation>
    </message>
    <message>
        <source>{from} to {to}, {minutes} min</source>
        <translation>{from} – {to}, {minutes} min</translation>
    </message>
    <message>
        <source>{gate} · units: {count} · until {time}</source>
        <translation>{gate} · sztuki: {count} · do {time}</translation>
    </message>
    <message>
        <source>{group}: what was it?</source>
        <translation>{group}: co to było?</translation>
    </message>
    <message>
        <source>{held} on hold: {reason}</source>
        <translation>{held}, blokada: {reason}</translation>
    </message>
    <message>
        <source>{instruction} has changed</source>
        <translation>Zmieniono: {instruction}</translation>
    </message>
    <message>
        <source>{line} · in common: {words}</source>
        <translation>{line} · wspólne: {words}</translation>
    </message>
    <message>
        <source>{line} · price: {price}</source>
        <translation>{line} · koszt: {price}</translation>
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
        <translation>{machine} nie odpowiada.</translation>
    </message>
    <message>
        <source>{machine} refused.</source>
        <translation>{machine}: odmowa.</translation>
    </message>
    <message>
        <source>{machine}: no connection.</source>
        <translation>{machine}: brak połączenia.</translation>
    </message>
    <message>
        <source>{machine}: no part in the fixture</source>
        <translation>{machine}: brak części w uchwycie</translation>
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
        <translation>Podpis już jest: {name}.</translation>
    </message>
    <message>
        <source>{name} here after {time}</source>
        <translation>{name} tutaj po {time}</translation>
    </message>
    <message>
        <source>{name} is in training.</source>
        <translation>{name} jest w szkoleniu.</translation>
    </message>
    <message>
        <source>{name} is not in this unit.</source>
        <translation>Nie ma w tej sztuce: {name}.</translation>
    </message>
    <message>
        <source>{name} is on hold: {hold}</source>
        <translation>{name}, blokada: {hold}</translation>
    </message>
    <message>
        <source>{name} matters for safety.</source>
        <translation>Ważne dla bezpieczeństwa: {name}.</translation>
    </message>
    <message>
        <source>{name} on the way after {time}</source>
        <translation>{name} w drodze po {time}</translation>
    </message>
    <message>
        <source>{name} signed this decision already. Somebody else signs now.</source>
        <translation>Podpis już jest: {name}. Teraz podpisuje ktoś inny.</translation>
    </message>
    <message>
        <source>{name} · </source>
        <translation>{name} · </translation>
    </message>
    <message>
        <source>{name} · added: {why}</source>
        <translation>{name} · dodano: {why}</translation>
    </message>
    <message>
        <source>{name} · {code}</source>
        <translation>{name} · {code}</translation>
    </message>
    <message>
        <source>{name}: scan your badge</source>
        <translation>{name}: skanuj kartę</translation>
    </message>
    <message>
        <source>{number} / {total}</source>
        <translation>{number} / {total}</translation>
    </message>
    <message>
        <source>{open}: go on with it</source>
        <translation>{open}: pracuj z nią dalej</translation>
    </message>
    <message>
        <source>{order} cannot run</source>
        <translation>{order} nie może iść</translation>
    </message>
    <message>
        <source>{order} stands at {done} of {quantity}</source>
        <translation>{order}: {done} z {quantity}</translation>
    </message>
    <message>
        <source>{order} · variant {variant}</source>
        <translation>{order} · wariant {variant}</translation>
    </message>
    <message>
        <source>{owner} decides</source>
        <translation>Decyduje: {owner}</translation>
    </message>
    <message>
        <source>{owner}: {action}</source>
        <translation>{owner}: {action}</translation>
    </message>
    <message>
        <source>{part} · lot </source>
        <translation>{part} · partia </translation>
    </message>
    <message>
        <source>{part} · lot {lot}</source>
        <translation>{part} · partia {lot}</translation>
    </message>
    <message>
        <source>{part} · number {serial}</source>
        <translation>{part} · numer {serial}</translation>
    </message>
    <message>
        <source>{part} · serial </source>
        <translation>{part} · seria </translation>
    </message>
    <message>
        <source>{part} · take lot {lot}</source>
        <translation>{part} · weź partię {lot}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{person} is not active. Ask the team lead.</source>
        <translation>{person}: konto nieaktywne. Zapytaj lidera.</translation>
    </message>
    <message>
        <source>{person} is not active. Ask {who}.</source>
        <translation>{person}: konto nieaktywne. Zapytaj: {who}.</translation>
    </message>
    <message>
        <source>{place} not OK · tries: {count}</source>
        <translation>{place} nie OK · próby: {count}</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} z {total}</translation>
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
        <translation>{place}, narzędzie {tool} · SN {serial}</translation>
    </message>
    <message>
        <source>{place}: check curve</source>
        <translation>{place}: sprawdź krzywą</translation>
    </message>
    <message>
        <source>{place}: what is it?</source>
        <translation>{place}: co to jest?</translation>
    </message>
    <message>
        <source>{product} · Variant {variant}</source>
        <translation>{product} · wariant {variant}</translation>
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
        <translation>{response}: dlaczego i jakim kosztem</translation>
    </message>
    <message>
        <source>{said}. The work goes on.</source>
        <translation>{said}. Praca trwa.</translation>
    </message>
    <message>
        <source>{scanned_part} belongs to variant {variants}, not to this one.</source>
        <translation>{scanned_part} należy do wariantu {variants}, nie do tego.</translation>
    </message>
    <message>
        <source>{scanned_part} is not in the bill of this variant.</source>
        <translation>{scanned_part} nie ma na liście części tego wariantu.</translation>
    </message>
    <message>
        <source>{serial} has its label already.</source>
        <translation>{serial} ma już etykietę.</translation>
    </message>
    <message>
        <source>{serial} may have its label already.</source>
        <translation>{serial} może już mieć etykietę.</translation>
    </message>
    <message>
        <source>{serial}: change to it</source>
        <translation>{serial}: zmień na nią</translation>
    </message>
    <message>
        <source>{shift} shift · {time}</source>
        <translation>Zmiana {shift} · {time}</translation>
    </message>
    <message>
        <source>{state} · SN {serial}</source>
        <translation>{state} · SN {serial}</translation>
    </message>
    <message>
        <source>{station} called: {who}</source>
        <translation>{station}, wezwano: {who}</translation>
    </message>
    <message>
        <source>{station} has not finished it.</source>
        <translation>{station} jej nie zakończyło.</translation>
    </message>
    <message>
        <source>{station} made this call.</source>
        <translation>To wezwanie ze stanowiska {station}.</translation>
    </message>
    <message>
        <source>{station} · {who}</source>
        <translation>{station} · {who}</translation>
    </message>
    <message>
        <source>{time} · spread {spread}</source>
        <translation>{time} · rozrzut {spread}</translation>
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
        <translation>{time}, ustalone tutaj</translation>
    </message>
    <message>
        <source>{time}, late</source>
        <translation>{time}, spóźnione</translation>
    </message>
    <message>
        <source>{time}, set by {who}</source>
        <translation>{time}, ustalił {who}</translation>
    </message>
    <message>
        <source>{time}, {what}</source>
        <translation>{time}, {what}</translation>
    </message>
    <message>
        <source>{tools} tools: {count} not asked for</source>
        <translation>Narzędzia {tools}: {count} bez żądania</translation>
    </message>
    <message>
        <source>{tool} counts {counted}, this station {expected}.</source>
        <translation>{tool} liczy {counted}, stanowisko {expected}.</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} do {high})</translation>
    </message>
    <message>
        <source>{value} at {device}, {time}</source>
        <translation>{value}, {device}, {time}</translation>
    </message>
    <message>
        <source>{value} is kept, but does not count.</source>
        <translation>{value} zapisano, ale się nie liczy.</translation>
    </message>
    <message>
        <source>{value} is not taken here.</source>
        <translation>{value} nie jest tu przyjmowane.</translation>
    </message>
    <message>
        <source>{value} pixels per mm</source>
        <translation>{value} pikseli na mm</translation>
    </message>
    <message>
        <source>{value} was not recorded.</source>
        <translation>{value} nie zapisano.</translation>
    </message>
    <message>
        <source>{value} · limits {limits}</source>
        <translation>{value} · granice {limits}</translation>
    </message>
    <message>
        <source>{value}, {verdict}</source>
        <translation>{value}, {verdict}</translation>
    </message>
    <message>
        <source>{what} is missing</source>
        <translation>brak: {what}</translation>
    </message>
    <message>
        <source>{what} {value}, usual {least}–{most}</source>
        <translation>{what} {value}, zwykle {least}–{most}</translation>
    </message>
    <message>
        <source>{what} · place and attempt {place}</source>
        <translation>{what} · miejsce i próba {place}</translation>
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
        <translation>{what}: dlaczego?</translation>
    </message>
    <message>
        <source>{when}. So far: {reason}</source>
        <translation>{when}. Dotąd: {reason}</translation>
    </message>
    <message>
        <source>{where}</source>
        <translation>{where}</translation>
    </message>
    <message>
        <source>{who} in {time}</source>
        <translation>{who} za {time}</translation>
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
        <translation>{who} – wezwano</translation>
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
        <translation>„{skill}”, zostało dni: {count}</translation>
    </message>
    <message>
        <source>“{statement}”</source>
        <translation>„{statement}”</translation>
    </message>
</context>
</TS>
