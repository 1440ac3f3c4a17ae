<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>station</name>
    <message>
        <source> · {number} of {total}</source>
        <translation> · {number} de {total}</translation>
    </message>
    <message>
        <source>1 Where</source>
        <translation>1 Dónde</translation>
    </message>
    <message>
        <source>1 to 8 · CMD:1 to CMD:8</source>
        <translation>1 a 8 · CMD:1 a CMD:8</translation>
    </message>
    <message>
        <source>2 What</source>
        <translation>2 Qué</translation>
    </message>
    <message>
        <source>3 Then</source>
        <translation>3 Después</translation>
    </message>
    <message>
        <source>4 to 6 digits</source>
        <translation>4 a 6 cifras</translation>
    </message>
    <message>
        <source>A blue frame shows where you are.</source>
        <translation>Un marco azul muestra dónde está.</translation>
    </message>
    <message>
        <source>A box came</source>
        <translation>Llegó una caja</translation>
    </message>
    <message>
        <source>A bypass names a gate and the extra checks of each unit.</source>
        <translation>Un puente nombra un control y las revisiones adicionales de cada unidad.</translation>
    </message>
    <message>
        <source>A bypass needs two different people.</source>
        <translation>Un puente requiere dos personas distintas.</translation>
    </message>
    <message>
        <source>A bypass says why, in a few words.</source>
        <translation>Un puente dice por qué, en pocas palabras.</translation>
    </message>
    <message>
        <source>A certificate is missing.</source>
        <translation>Falta un certificado.</translation>
    </message>
    <message>
        <source>A check is put off once.</source>
        <translation>Una revisión se aplaza una vez.</translation>
    </message>
    <message>
        <source>A concession is used up unit by unit. Without one, two people sign.</source>
        <translation>Una concesión se gasta unidad a unidad. Sin ella firman dos personas.</translation>
    </message>
    <message>
        <source>A decision about a unit says why, in a few words.</source>
        <translation>Una decisión dice por qué, en pocas palabras.</translation>
    </message>
    <message>
        <source>A failed result is put right or decided about, never bypassed.</source>
        <translation>Un resultado fallido se corrige o se decide, nunca se puentea.</translation>
    </message>
    <message>
        <source>A failed result was still open. It is kept; do this place again.</source>
        <translation>Quedaba abierto un resultado fallido. Se guarda; repetir este punto.</translation>
    </message>
    <message>
        <source>A failed result was still open. Whose is it?</source>
        <translation>Quedaba abierto un resultado fallido. ¿De quién es?</translation>
    </message>
    <message>
        <source>A few words are enough.</source>
        <translation>Bastan unas palabras.</translation>
    </message>
    <message>
        <source>A part in this unit is on hold.</source>
        <translation>Una pieza de esta unidad está bloqueada.</translation>
    </message>
    <message>
        <source>A photo says more than words. It may be left out.</source>
        <translation>Una foto dice más que palabras. Se puede omitir.</translation>
    </message>
    <message>
        <source>A picture is taken. Nobody keeps it.</source>
        <translation>Se toma una imagen. Nadie la guarda.</translation>
    </message>
    <message>
        <source>A place is not OK.</source>
        <translation>Un punto no está OK.</translation>
    </message>
    <message>
        <source>A question about a handover</source>
        <translation>Una pregunta sobre un relevo</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>Falta una razón.</translation>
    </message>
    <message>
        <source>A result may be missing. Check the last place, then press Try again.</source>
        <translation>Puede faltar un resultado. Revisar el último punto y pulsar Reintentar.</translation>
    </message>
    <message>
        <source>A result of {device} did not count.</source>
        <translation>Un resultado de {device} no contó.</translation>
    </message>
    <message>
        <source>A second person has to agree to this.</source>
        <translation>Otra persona debe aceptar esto.</translation>
    </message>
    <message>
        <source>A second person signs here.</source>
        <translation>Aquí firma una segunda persona.</translation>
    </message>
    <message>
        <source>A second person signs.</source>
        <translation>Firma una segunda persona.</translation>
    </message>
    <message>
        <source>A signature is missing.</source>
        <translation>Falta una firma.</translation>
    </message>
    <message>
        <source>A tap is not enough here.</source>
        <translation>Aquí no basta con tocar.</translation>
    </message>
    <message>
        <source>A test label is printing.</source>
        <translation>Se imprime una etiqueta de prueba.</translation>
    </message>
    <message>
        <source>A trial: no unit</source>
        <translation>Una prueba: ninguna unidad</translation>
    </message>
    <message>
        <source>A unit is in work.</source>
        <translation>Hay una unidad en curso.</translation>
    </message>
    <message>
        <source>A unit is not accepted without a reason. Nothing was recorded.</source>
        <translation>Una unidad no se acepta sin razón. No se registró nada.</translation>
    </message>
    <message>
        <source>A whole copy to restore a station from, without photos</source>
        <translation>Copia completa para restaurar una estación, sin fotos</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Accept a deviation</source>
        <translation>Aceptar una desviación</translation>
    </message>
    <message>
        <source>Accept without</source>
        <translation>Aceptar sin prueba</translation>
    </message>
    <message>
        <source>Accepted without full proof. Signed: {people}. It stays not provable.</source>
        <translation>Aceptada sin prueba completa. Firmado: {people}. Sigue no demostrable.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Añadir revisión</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Añadir nota</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Añadir pieza</translation>
    </message>
    <message>
        <source>Add parts beyond the bill</source>
        <translation>Añadir piezas fuera de la lista</translation>
    </message>
    <message>
        <source>Address of {device}</source>
        <translation>Dirección de {device}</translation>
    </message>
    <message>
        <source>Address of {device}, tested before it is saved</source>
        <translation>Dirección de {device}, probada antes de guardar</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>After how many minutes did it change?</source>
        <translation>¿Tras cuántos minutos cambió?</translation>
    </message>
    <message>
        <source>All OK</source>
        <translation>Todo OK</translation>
    </message>
    <message>
        <source>All is in order. Records checked: {count}</source>
        <translation>Todo en orden. Registros comprobados: {count}</translation>
    </message>
    <message>
        <source>All its steps were completed at {station}.</source>
        <translation>Todos sus pasos se completaron en {station}.</translation>
    </message>
    <message>
        <source>All lines are as they should be.</source>
        <translation>Todos los puntos están en orden.</translation>
    </message>
    <message>
        <source>All steps are done. It is finished when the defect is put right.</source>
        <translation>Todos los pasos están hechos. Se termina al arreglar el defecto.</translation>
    </message>
    <message>
        <source>All steps of this station were completed before.</source>
        <translation>Todos los pasos de esta estación ya se completaron.</translation>
    </message>
    <message>
        <source>All that is known of this device</source>
        <translation>Todo lo que se sabe de este equipo</translation>
    </message>
    <message>
        <source>All that is open</source>
        <translation>Todo lo abierto</translation>
    </message>
    <message>
        <source>All units: sampling is stopped</source>
        <translation>Todas: muestreo suspendido</translation>
    </message>
    <message>
        <source>All units: the lot is not accepted</source>
        <translation>Todas: lote no aceptado</translation>
    </message>
    <message>
        <source>All {total} OK</source>
        <translation>Los {total} OK</translation>
    </message>
    <message>
        <source>Already answered by {who}.</source>
        <translation>Ya respondida por {who}.</translation>
    </message>
    <message>
        <source>Already in another unit</source>
        <translation>Ya en otra unidad</translation>
    </message>
    <message>
        <source>Already set by {who}.</source>
        <translation>Ya la puso {who}.</translation>
    </message>
    <message>
        <source>Also called: {who}, {time}</source>
        <translation>También avisado: {who}, {time}</translation>
    </message>
    <message>
        <source>Alternative</source>
        <translation>Alternativa</translation>
    </message>
    <message>
        <source>An administrator changes it in the file.</source>
        <translation>Un administrador lo cambia en el archivo.</translation>
    </message>
    <message>
        <source>An administrator changes {key} in the station&apos;s file.</source>
        <translation>Un administrador cambia {key} en el archivo de la estación.</translation>
    </message>
    <message>
        <source>An urgent message comes first.</source>
        <translation>Antes hay un mensaje urgente.</translation>
    </message>
    <message>
        <source>And after {minutes} min?</source>
        <translation>¿Y tras {minutes} min?</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Angle {value}</source>
        <translation>Ángulo {value}</translation>
    </message>
    <message>
        <source>Another person has to sign too.</source>
        <translation>Debe firmar también otra persona.</translation>
    </message>
    <message>
        <source>Another program holds it: end it.</source>
        <translation>Otro programa lo usa: cerrarlo.</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Otra razón</translation>
    </message>
    <message>
        <source>Another station or the plant holds it since {since}. {owner} decides.</source>
        <translation>Otra estación o la planta la bloquea desde {since}. Decide: {owner}.</translation>
    </message>
    <message>
        <source>Another unit is in work now.</source>
        <translation>Ahora hay otra unidad en curso.</translation>
    </message>
    <message>
        <source>Another unit is in work.</source>
        <translation>Hay otra unidad en trabajo.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Answer each place: OK or NOK.</source>
        <translation>Responder cada punto: OK o NOK.</translation>
    </message>
    <message>
        <source>Answer: {words}</source>
        <translation>Respuesta: {words}</translation>
    </message>
    <message>
        <source>Answered, still open: {words}</source>
        <translation>Respondida, aún abierta: {words}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Responde</translation>
    </message>
    <message>
        <source>Approve the first piece</source>
        <translation>Aprobar la primera pieza</translation>
    </message>
    <message>
        <source>As it stands in the journal. Nobody can change it.</source>
        <translation>Tal como está escrito. Nadie puede cambiarlo.</translation>
    </message>
    <message>
        <source>As it stands on the part</source>
        <translation>Como está en la pieza</translation>
    </message>
    <message>
        <source>Asbuilt commands to scan</source>
        <extracomment>What stands beside each printed command: the word people say, and what scanning it does.</extracomment>
        <translation>Comandos de Asbuilt para escanear</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Ask engineering</source>
        <translation>Preguntar a ingeniería</translation>
    </message>
    <message>
        <source>Ask for a new label of this part.</source>
        <translation>Pedir otra etiqueta de esta pieza.</translation>
    </message>
    <message>
        <source>Ask maintenance: it refuses us.</source>
        <translation>Avisar a mantenimiento: nos rechaza.</translation>
    </message>
    <message>
        <source>Ask quality</source>
        <translation>Preguntar a calidad</translation>
    </message>
    <message>
        <source>Ask quality for a new concession.</source>
        <translation>Pedir a calidad otra concesión.</translation>
    </message>
    <message>
        <source>Ask quality. Keep the part aside.</source>
        <translation>Preguntar a calidad. Apartar la pieza.</translation>
    </message>
    <message>
        <source>Ask the team lead to add you.</source>
        <translation>Pedir al jefe de equipo que le añada.</translation>
    </message>
    <message>
        <source>Ask the team lead.</source>
        <translation>Preguntar al jefe de equipo.</translation>
    </message>
    <message>
        <source>Ask to be added: {who}.</source>
        <translation>Pedir el alta a: {who}.</translation>
    </message>
    <message>
        <source>Asked back: {words}</source>
        <translation>Pregunta: {words}</translation>
    </message>
    <message>
        <source>Asked by {name}</source>
        <translation>Pregunta de {name}</translation>
    </message>
    <message>
        <source>Asking the device</source>
        <translation>Preguntando al equipo</translation>
    </message>
    <message>
        <source>Asking the device. Nothing is saved yet.</source>
        <translation>Preguntando al equipo. Aún no se guardó nada.</translation>
    </message>
    <message>
        <source>Assign results</source>
        <translation>Asignar resultados</translation>
    </message>
    <message>
        <source>At its end the unit is judged again and goes back to its step.</source>
        <translation>Al final la unidad se evalúa otra vez y vuelve a su paso.</translation>
    </message>
    <message>
        <source>At sign-in: choose the language.</source>
        <translation>Al entrar: elegir el idioma.</translation>
    </message>
    <message>
        <source>At the server</source>
        <translation>En el servidor</translation>
    </message>
    <message>
        <source>At {since}: {reason}. That counts, for this station could not know it.</source>
        <translation>{since}: {reason}. Vale eso, pues esta estación no podía saberlo.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Back to the step</source>
        <translation>Volver al paso</translation>
    </message>
    <message>
        <source>Badge, or number and PIN.</source>
        <translation>Tarjeta, o número y PIN.</translation>
    </message>
    <message>
        <source>Before the next unit</source>
        <translation>Antes de la siguiente unidad</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Empezada</translation>
    </message>
    <message>
        <source>Being recorded: {what}</source>
        <translation>Registrando: {what}</translation>
    </message>
    <message>
        <source>Better for people</source>
        <translation>Mejor para las personas</translation>
    </message>
    <message>
        <source>Bin empty</source>
        <translation>Caja vacía</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Box came</source>
        <translation>Llegó una caja</translation>
    </message>
    <message>
        <source>Bring the unit to {station}.</source>
        <translation>Llevar la unidad a {station}.</translation>
    </message>
    <message>
        <source>Burr</source>
        <translation>Rebaba</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>By their work</source>
        <translation>Según su trabajo</translation>
    </message>
    <message>
        <source>By {minutes} minutes, once.</source>
        <translation>{minutes} minutos, una vez.</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>Puente</translation>
    </message>
    <message>
        <source>Bypass a device</source>
        <translation>Puentear un equipo</translation>
    </message>
    <message>
        <source>Bypass activated</source>
        <translation>Puente activado</translation>
    </message>
    <message>
        <source>Bypass ended</source>
        <translation>Puente acabado</translation>
    </message>
    <message>
        <source>Bypass of a gate</source>
        <translation>Puente de un control</translation>
    </message>
    <message>
        <source>Bypass {bypass} checks nothing.</source>
        <translation>El puente {bypass} no revisa nada.</translation>
    </message>
    <message>
        <source>Bypass {bypass} has ended.</source>
        <translation>El puente {bypass} ha acabado.</translation>
    </message>
    <message>
        <source>Bypass {bypass} has ended. Two people verify the gate first.</source>
        <translation>El puente {bypass} ha acabado. Antes, dos personas verifican el control.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is active, or its gate was verified already.</source>
        <translation>El puente {bypass} está activo, o su control ya se verificó.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is active.</source>
        <translation>El puente {bypass} está activo.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not active.</source>
        <translation>El puente {bypass} no está activo.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not approved.</source>
        <translation>El puente {bypass} no está aprobado.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not for here.</source>
        <translation>El puente {bypass} no es para aquí.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not known.</source>
        <translation>No se conoce el puente {bypass}.</translation>
    </message>
    <message>
        <source>Bypass {bypass} is used up.</source>
        <translation>El puente {bypass} está agotado.</translation>
    </message>
    <message>
        <source>Bypass {bypass} of the {gate} gate</source>
        <translation>Puente {bypass}, control: {gate}</translation>
    </message>
    <message>
        <source>Bypass: {count} left, until {time}</source>
        <translation>Puente: quedan {count}, hasta {time}</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>Calibration ends in {age}</source>
        <translation>La calibración vence en {age}</translation>
    </message>
    <message>
        <source>Calibration ends today</source>
        <translation>La calibración vence hoy</translation>
    </message>
    <message>
        <source>Calibration is over</source>
        <translation>Calibración vencida</translation>
    </message>
    <message>
        <source>Calibration over: do not use</source>
        <translation>Calibración vencida: no usar</translation>
    </message>
    <message>
        <source>Calibration was over: {where}</source>
        <translation>Calibración vencida: {where}</translation>
    </message>
    <message>
        <source>Calibration withdrawn</source>
        <translation>Calibración retirada</translation>
    </message>
    <message>
        <source>Call again if you still need help.</source>
        <translation>Llamar otra vez si aún hace falta ayuda.</translation>
    </message>
    <message>
        <source>Call an administrator.</source>
        <translation>Llamar a un administrador.</translation>
    </message>
    <message>
        <source>Call another</source>
        <translation>Llamar a otro</translation>
    </message>
    <message>
        <source>Call answered</source>
        <translation>Llamada respondida</translation>
    </message>
    <message>
        <source>Call closed</source>
        <translation>Llamada cerrada</translation>
    </message>
    <message>
        <source>Call help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Call maintenance</source>
        <translation>Llamar a mantenimiento</translation>
    </message>
    <message>
        <source>Call maintenance: check the disk and its cable.</source>
        <translation>Llamar a mantenimiento: revisar el disco y su cable.</translation>
    </message>
    <message>
        <source>Call maintenance: check the disk, then make it writable again.</source>
        <translation>Llamar a mantenimiento: revisar el disco y permitir la escritura.</translation>
    </message>
    <message>
        <source>Call maintenance: check the station’s name and its data folder.</source>
        <translation>Llamar a mantenimiento: revisar el nombre de la estación y su carpeta.</translation>
    </message>
    <message>
        <source>Call maintenance: free space on the disk.</source>
        <translation>Llamar a mantenimiento: liberar sitio en el disco.</translation>
    </message>
    <message>
        <source>Call maintenance: set the record aside and restore the newest copy.</source>
        <translation>Llamar a mantenimiento: apartar el registro y restaurar la última copia.</translation>
    </message>
    <message>
        <source>Call maintenance: the disk is the cause.</source>
        <translation>Llamar a mantenimiento: la causa es el disco.</translation>
    </message>
    <message>
        <source>Call maintenance: the tool is set up wrong.</source>
        <translation>Llamar a mantenimiento: la herramienta está mal ajustada.</translation>
    </message>
    <message>
        <source>Call maintenance: update this station’s software.</source>
        <translation>Llamar a mantenimiento: actualizar el software de la estación.</translation>
    </message>
    <message>
        <source>Call quality</source>
        <translation>Llamar a calidad</translation>
    </message>
    <message>
        <source>Call somebody to the station.</source>
        <translation>Llamar a alguien a la estación.</translation>
    </message>
    <message>
        <source>Call team lead</source>
        <translation>Llamar al jefe</translation>
    </message>
    <message>
        <source>Call the lead</source>
        <translation>Llamar al jefe</translation>
    </message>
    <message>
        <source>Call the lead to verify the gate.</source>
        <translation>Llamar al jefe para verificar el control.</translation>
    </message>
    <message>
        <source>Call the team lead about what is not OK.</source>
        <translation>Llamar al jefe de equipo por lo que no está OK.</translation>
    </message>
    <message>
        <source>Call the team lead to decide.</source>
        <translation>Llamar al jefe de equipo para que decida.</translation>
    </message>
    <message>
        <source>Call the team lead.</source>
        <translation>Llamar al jefe de equipo.</translation>
    </message>
    <message>
        <source>Called: {who}</source>
        <translation>Avisado: {who}</translation>
    </message>
    <message>
        <source>Calling: {who}</source>
        <translation>Llamando: {who}</translation>
    </message>
    <message>
        <source>Calls elsewhere ({count})</source>
        <translation>Otras llamadas ({count})</translation>
    </message>
    <message>
        <source>Calls elsewhere: {calls}</source>
        <translation>Otras llamadas: {calls}</translation>
    </message>
    <message>
        <source>Calls of other stations</source>
        <translation>Llamadas de otras estaciones</translation>
    </message>
    <message>
        <source>Calls: {calls} · {count} min</source>
        <translation>Llamadas: {calls} · {count} min</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Volvió</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Camera {device} is not set up here.</source>
        <translation>La cámara {device} no está configurada aquí.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel call</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>Cannot start</source>
        <translation>No se puede empezar</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Mayúsculas</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Bloq Mayús está activado.</translation>
    </message>
    <message>
        <source>Card fits</source>
        <translation>La tarjeta cabe</translation>
    </message>
    <message>
        <source>Carry on with the next unit.</source>
        <translation>Seguir con la siguiente unidad.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Causa</translation>
    </message>
    <message>
        <source>Cause checked</source>
        <translation>Causa comprobada</translation>
    </message>
    <message>
        <source>Cause, not finished</source>
        <translation>Causa, sin acabar</translation>
    </message>
    <message>
        <source>Certificate not valid · {count} kept safe</source>
        <translation>Certificado no válido · {count} a salvo</translation>
    </message>
    <message>
        <source>Certificate of the plant</source>
        <translation>Certificado de la planta</translation>
    </message>
    <message>
        <source>Certificate “{skill}” until {until}, days left: {count}</source>
        <translation>Certificado «{skill}» hasta {until}, días restantes: {count}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change address</source>
        <translation>Cambiar dirección</translation>
    </message>
    <message>
        <source>Change instruction</source>
        <translation>Cambiar instrucción</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Cambiar ajustes</translation>
    </message>
    <message>
        <source>Change the sign</source>
        <translation>Cambiar el signo</translation>
    </message>
    <message>
        <source>Change the tool</source>
        <translation>Cambiar herramienta</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Revisar todo</translation>
    </message>
    <message>
        <source>Check begun: {check}</source>
        <translation>Revisión empezada: {check}</translation>
    </message>
    <message>
        <source>Check cable and power. The station keeps trying.</source>
        <translation>Revisar cable y corriente. La estación sigue intentándolo.</translation>
    </message>
    <message>
        <source>Check chart</source>
        <translation>Ver gráfico</translation>
    </message>
    <message>
        <source>Check device</source>
        <translation>Revisar equipo</translation>
    </message>
    <message>
        <source>Check due</source>
        <translation>Toca revisión</translation>
    </message>
    <message>
        <source>Check due: {check}</source>
        <translation>Toca revisión: {check}</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>Revisión no OK</translation>
    </message>
    <message>
        <source>Check its cable, then try again. If it stays so, press Problem.</source>
        <translation>Revisar su cable y reintentar. Si sigue así, pulsar Problema.</translation>
    </message>
    <message>
        <source>Check its power and its cable.</source>
        <translation>Revisar corriente y cable.</translation>
    </message>
    <message>
        <source>Check overdue</source>
        <translation>Revisión atrasada</translation>
    </message>
    <message>
        <source>Check overdue: {check}</source>
        <translation>Revisión atrasada: {check}</translation>
    </message>
    <message>
        <source>Check that the unit belongs here.</source>
        <translation>Comprobar que la unidad es de aquí.</translation>
    </message>
    <message>
        <source>Check the fixture, then try again.</source>
        <translation>Revisar el útil y reintentar.</translation>
    </message>
    <message>
        <source>Check the records</source>
        <translation>Comprobar los registros</translation>
    </message>
    <message>
        <source>Check the values</source>
        <translation>Revisar los valores</translation>
    </message>
    <message>
        <source>Check the values: {what}</source>
        <translation>Revisar los valores: {what}</translation>
    </message>
    <message>
        <source>Check thread, bolt and bit.</source>
        <translation>Revisar rosca, tornillo y punta.</translation>
    </message>
    <message>
        <source>Check tool</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Check {device}</source>
        <translation>Revisar {device}</translation>
    </message>
    <message>
        <source>Checked again by hand</source>
        <translation>Revisado a mano</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Revisiones</translation>
    </message>
    <message>
        <source>Checks of this station</source>
        <translation>Revisiones de esta estación</translation>
    </message>
    <message>
        <source>Checks to be done: {count}</source>
        <translation>Revisiones por hacer: {count}</translation>
    </message>
    <message>
        <source>Choice {number}</source>
        <translation>Opción {number}</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Choose a tile or a row</source>
        <translation>Elegir un mosaico o una fila</translation>
    </message>
    <message>
        <source>Choose another operation.</source>
        <translation>Elegir otra operación.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Elegir otro valor.</translation>
    </message>
    <message>
        <source>Choose for whom</source>
        <translation>Elegir para quién</translation>
    </message>
    <message>
        <source>Choose for whom it is, then send it.</source>
        <translation>Elegir para quién es y enviarlo.</translation>
    </message>
    <message>
        <source>Choose from each</source>
        <translation>Elegir de cada uno</translation>
    </message>
    <message>
        <source>Choose one or more.</source>
        <translation>Elegir uno o más.</translation>
    </message>
    <message>
        <source>Choose the language of this screen</source>
        <translation>Elegir el idioma de la pantalla</translation>
    </message>
    <message>
        <source>Choose the place</source>
        <translation>Elegir el lugar</translation>
    </message>
    <message>
        <source>Choose what happens now</source>
        <translation>Elegir qué pasa ahora</translation>
    </message>
    <message>
        <source>Choose what it is</source>
        <translation>Elegir qué es</translation>
    </message>
    <message>
        <source>Choose what limited you and what you do, or say it in words.</source>
        <translation>Elegir qué le limitó y qué hace, o decirlo con palabras.</translation>
    </message>
    <message>
        <source>Choose what you do</source>
        <translation>Elegir medida</translation>
    </message>
    <message>
        <source>Choose where the file goes.</source>
        <translation>Elegir adónde va el archivo.</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Clean it</source>
        <translation>Limpiar</translation>
    </message>
    <message>
        <source>Clean part and gauge.</source>
        <translation>Limpiar la pieza y el medidor.</translation>
    </message>
    <message>
        <source>Cleaned up</source>
        <translation>Recogido</translation>
    </message>
    <message>
        <source>Clear the view, then take the photo.</source>
        <translation>Despejar la vista y tomar la foto.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Clock right</source>
        <translation>Reloj correcto</translation>
    </message>
    <message>
        <source>Clock was set</source>
        <translation>Reloj ajustado</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>Reloj incorrecto</translation>
    </message>
    <message>
        <source>Close the page or the message.</source>
        <translation>Cerrar la página o el mensaje.</translation>
    </message>
    <message>
        <source>Code of {id}</source>
        <translation>Código de {id}</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Código {code}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Component “{component}” is missing in the bill of this variant.</source>
        <translation>El componente «{component}» falta en la lista de esta variante.</translation>
    </message>
    <message>
        <source>Concession {concession} by {by}</source>
        <translation>Concesión {concession} de {by}</translation>
    </message>
    <message>
        <source>Concession {concession} does not cover this.</source>
        <translation>La concesión {concession} no cubre esto.</translation>
    </message>
    <message>
        <source>Concession {concession} has ended.</source>
        <translation>La concesión {concession} ha acabado.</translation>
    </message>
    <message>
        <source>Concession {concession} is not for here.</source>
        <translation>La concesión {concession} no es para aquí.</translation>
    </message>
    <message>
        <source>Concession {concession} is used up.</source>
        <translation>La concesión {concession} está agotada.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Confirm it with a second person.</source>
        <translation>Confirmarlo con otra persona.</translation>
    </message>
    <message>
        <source>Confirm only what you see.</source>
        <translation>Confirmar solo lo que se ve.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Control chart alarm</source>
        <translation>Alarma del gráfico de control</translation>
    </message>
    <message>
        <source>Control limits</source>
        <translation>Límites de control</translation>
    </message>
    <message>
        <source>Control limits found</source>
        <translation>Límites de control hallados</translation>
    </message>
    <message>
        <source>Control room</source>
        <translation>Sala de control</translation>
    </message>
    <message>
        <source>Copy the records</source>
        <translation>Copiar los registros</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Contar</translation>
    </message>
    <message>
        <source>Count the parts, then scan again.</source>
        <translation>Contar las piezas y escanear otra vez.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contado</translation>
    </message>
    <message>
        <source>Counted in reading order.</source>
        <translation>Contado en orden de lectura.</translation>
    </message>
    <message>
        <source>Counted: what came, less what was fitted since.</source>
        <translation>Contado: lo que llegó, menos lo montado desde entonces.</translation>
    </message>
    <message>
        <source>Counted: {count} pieces came.</source>
        <translation>Contado: llegaron {count} piezas.</translation>
    </message>
    <message>
        <source>Counting the shift</source>
        <translation>Contando el turno</translation>
    </message>
    <message>
        <source>Cpk (95 % interval)</source>
        <translation>Cpk (intervalo 95 %)</translation>
    </message>
    <message>
        <source>Crack</source>
        <translation>Grieta</translation>
    </message>
    <message>
        <source>Curve looked at</source>
        <translation>Curva evaluada</translation>
    </message>
    <message>
        <source>Curve of a tightening</source>
        <translation>Curva de un apriete</translation>
    </message>
    <message>
        <source>Curve windows learned</source>
        <translation>Ventanas de curva aprendidas</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañado</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Decide about a defect</source>
        <translation>Decidir sobre un defecto</translation>
    </message>
    <message>
        <source>Decided about the unit</source>
        <translation>Decidido sobre la unidad</translation>
    </message>
    <message>
        <source>Decided by {by}: {decided}.</source>
        <translation>Decidido por {by}: {decided}.</translation>
    </message>
    <message>
        <source>Decided here: {response} · {title}</source>
        <translation>Decidido aquí: {response} · {title}</translation>
    </message>
    <message>
        <source>Decided {time}</source>
        <translation>Decidido {time}</translation>
    </message>
    <message>
        <source>Decided: {title}</source>
        <translation>Decidido: {title}</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Decision waiting</source>
        <translation>Decisión pendiente</translation>
    </message>
    <message>
        <source>Decision waiting: {title}</source>
        <translation>Decisión pendiente: {title}</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Defecto</translation>
    </message>
    <message>
        <source>Defect put right</source>
        <translation>Defecto arreglado</translation>
    </message>
    <message>
        <source>Defect {number} of {serial} was put right already.</source>
        <translation>El defecto {number} de {serial} ya se arregló.</translation>
    </message>
    <message>
        <source>Delete the last character</source>
        <translation>Borrar el último carácter</translation>
    </message>
    <message>
        <source>Dent</source>
        <translation>Abolladura</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Device exchanged</source>
        <translation>Equipo cambiado</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Dirt</source>
        <translation>Suciedad</translation>
    </message>
    <message>
        <source>Dirty</source>
        <translation>Sucio</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Disk {percent} % full</source>
        <translation>Disco {percent} %</translation>
    </message>
    <message>
        <source>Do every extra check that follows.</source>
        <translation>Hacer cada revisión adicional que sigue.</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Hacerlo</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Hacerlo otra vez</translation>
    </message>
    <message>
        <source>Do it and redo</source>
        <translation>Hacer y repetir</translation>
    </message>
    <message>
        <source>Do not go on with this unit.</source>
        <translation>No seguir con esta unidad.</translation>
    </message>
    <message>
        <source>Do not use {device}. Calibration is over.</source>
        <translation>No usar {device}. Calibración vencida.</translation>
    </message>
    <message>
        <source>Do not use {device}. Calibration was withdrawn.</source>
        <translation>No usar {device}. Calibración retirada.</translation>
    </message>
    <message>
        <source>Do not use {device}. It is not calibrated.</source>
        <translation>No usar {device}. No está calibrado.</translation>
    </message>
    <message>
        <source>Do not work at this station yet.</source>
        <translation>No trabajar aún en esta estación.</translation>
    </message>
    <message>
        <source>Do the check: press See the checks.</source>
        <translation>Hacer la revisión: pulsar «Ver revisiones».</translation>
    </message>
    <message>
        <source>Do the step again, or try a device again.</source>
        <translation>Repetir el paso o reintentar un equipo.</translation>
    </message>
    <message>
        <source>Do the step by the alternative.</source>
        <translation>Hacer el paso con la alternativa.</translation>
    </message>
    <message>
        <source>Do the step with the gate itself.</source>
        <translation>Hacer el paso con el propio control.</translation>
    </message>
    <message>
        <source>Do this</source>
        <translation>Hacer esto</translation>
    </message>
    <message>
        <source>Do “{step}” again. Why?</source>
        <translation>Repetir «{step}». ¿Por qué?</translation>
    </message>
    <message>
        <source>Does not answer well</source>
        <translation>No responde bien</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>No funciona</translation>
    </message>
    <message>
        <source>Does work need it?</source>
        <translation>¿Lo necesita el trabajo?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Done at another place</source>
        <translation>Hecho en otro lugar</translation>
    </message>
    <message>
        <source>Done by an alternative at {where}</source>
        <translation>Con método alternativo: {where}</translation>
    </message>
    <message>
        <source>Done by the alternative</source>
        <translation>Hecho con alternativa</translation>
    </message>
    <message>
        <source>Done elsewhere</source>
        <translation>Hecho en otro lugar</translation>
    </message>
    <message>
        <source>Done wrong</source>
        <translation>Mal hecho</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Controlador</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Toca ahora</translation>
    </message>
    <message>
        <source>Due {due}, record {record}. {owner}: {action}</source>
        <translation>Plazo {due}, registro {record}. {owner}: {action}</translation>
    </message>
    <message>
        <source>EWMA</source>
        <translation>EWMA</translation>
    </message>
    <message>
        <source>Each change is recorded with your name and a reason.</source>
        <translation>Cada cambio se registra con su nombre y una razón.</translation>
    </message>
    <message>
        <source>Ended on {until}</source>
        <translation>Terminó el {until}</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Ingeniero</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Registro en servidor</translation>
    </message>
    <message>
        <source>Enter number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>Teclear su PIN</translation>
    </message>
    <message>
        <source>Enter your number</source>
        <translation>Teclear su número</translation>
    </message>
    <message>
        <source>Every required value is recorded with proof.</source>
        <translation>Cada valor exigido está registrado con prueba.</translation>
    </message>
    <message>
        <source>Every try is kept with this unit.</source>
        <translation>Cada intento queda con esta unidad.</translation>
    </message>
    <message>
        <source>Every {component} is recorded by its lot.</source>
        <translation>Se registra por lote: {component}.</translation>
    </message>
    <message>
        <source>Every {component} is recorded by its serial number.</source>
        <translation>Se registra por número de serie: {component}.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Evidence asked for</source>
        <translation>Prueba pedida</translation>
    </message>
    <message>
        <source>Evidence is missing</source>
        <translation>Falta prueba</translation>
    </message>
    <message>
        <source>Evidence settled</source>
        <translation>Prueba resuelta</translation>
    </message>
    <message>
        <source>Export the records</source>
        <translation>Exportar los registros</translation>
    </message>
    <message>
        <source>Extra checks that follow</source>
        <translation>Revisiones adicionales</translation>
    </message>
    <message>
        <source>Failed and used as is at {where}</source>
        <translation>Fallido y usado tal cual: {where}</translation>
    </message>
    <message>
        <source>Far outside the limits. Type it again.</source>
        <translation>Muy fuera de los límites. Teclearlo otra vez.</translation>
    </message>
    <message>
        <source>Fetch documents of the plant</source>
        <translation>Traer documentos de la planta</translation>
    </message>
    <message>
        <source>Fetch this</source>
        <translation>Traer esto</translation>
    </message>
    <message>
        <source>Fetch {count} of these</source>
        <translation>Traer {count} de estos</translation>
    </message>
    <message>
        <source>Fetching results</source>
        <translation>Trayendo resultados</translation>
    </message>
    <message>
        <source>Find its other window and work there, or close it.</source>
        <translation>Buscar su otra ventana y trabajar allí, o cerrarla.</translation>
    </message>
    <message>
        <source>Finish order {order} first, here or there.</source>
        <translation>Acabar antes la orden {order}, aquí o allí.</translation>
    </message>
    <message>
        <source>Finish the sample on that unit first.</source>
        <translation>Terminar primero la muestra en esa unidad.</translation>
    </message>
    <message>
        <source>Finish unit {open} first.</source>
        <translation>Terminar primero la unidad {open}.</translation>
    </message>
    <message>
        <source>Finished at {time}</source>
        <translation>Terminado a las {time}</translation>
    </message>
    <message>
        <source>First piece approved</source>
        <translation>Primera pieza aprobada</translation>
    </message>
    <message>
        <source>First the check: {check}</source>
        <translation>Antes, la revisión: {check}</translation>
    </message>
    <message>
        <source>First: {check}</source>
        <translation>Primero: {check}</translation>
    </message>
    <message>
        <source>Fixture dirty</source>
        <translation>Útil sucio</translation>
    </message>
    <message>
        <source>Fixture worn</source>
        <translation>Útil gastado</translation>
    </message>
    <message>
        <source>Floor space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>For a second one, scan the reason: damaged, lost or unreadable.</source>
        <translation>Para otra, escanear la razón: dañada, perdida o ilegible.</translation>
    </message>
    <message>
        <source>For another order: choose that order first.</source>
        <translation>Para otra orden: elegirla antes.</translation>
    </message>
    <message>
        <source>For another variant</source>
        <translation>Para otra variante</translation>
    </message>
    <message>
        <source>For maintenance</source>
        <translation>Para mantenimiento</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Para soporte</translation>
    </message>
    <message>
        <source>For {age}</source>
        <translation>Desde hace {age}</translation>
    </message>
    <message>
        <source>For: {about}</source>
        <translation>Para: {about}</translation>
    </message>
    <message>
        <source>Found out by a person: {where}</source>
        <translation>Asignado por una persona: {where}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>From 1 to {most}</source>
        <translation>De 1 a {most}</translation>
    </message>
    <message>
        <source>From an earlier decision: {response}. {outcome}</source>
        <translation>Decisión anterior: {response}. {outcome}</translation>
    </message>
    <message>
        <source>From the system</source>
        <translation>Del sistema</translation>
    </message>
    <message>
        <source>From the team</source>
        <translation>Del equipo</translation>
    </message>
    <message>
        <source>From {from} to {to}, {minutes} min</source>
        <translation>De {from} a {to}, {minutes} min</translation>
    </message>
    <message>
        <source>From {location}</source>
        <translation>De {location}</translation>
    </message>
    <message>
        <source>From: {role}. No unit begins before it was read.</source>
        <translation>De: {role}. No empieza ninguna unidad sin leerlo.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Gate bypassed</source>
        <translation>Control puenteado</translation>
    </message>
    <message>
        <source>Gate verified</source>
        <translation>Control verificado</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Medidor</translation>
    </message>
    <message>
        <source>Gauge offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Gauge ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Gauge {device} is not set up here.</source>
        <translation>El medidor {device} no está configurado aquí.</translation>
    </message>
    <message>
        <source>Give answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Gloves</source>
        <translation>Guantes</translation>
    </message>
    <message>
        <source>Go back and carry on with the step.</source>
        <translation>Volver y seguir con el paso.</translation>
    </message>
    <message>
        <source>Go back and finish unit {open}.</source>
        <translation>Volver y terminar la unidad {open}.</translation>
    </message>
    <message>
        <source>Go back and measure with the gauge.</source>
        <translation>Volver y medir con el medidor.</translation>
    </message>
    <message>
        <source>Go back and read the step, then confirm it.</source>
        <translation>Volver, leer el paso y confirmarlo.</translation>
    </message>
    <message>
        <source>Go back to the step when you can go on.</source>
        <translation>Volver al paso cuando se pueda seguir.</translation>
    </message>
    <message>
        <source>Go back, press “Measure again”, then measure.</source>
        <translation>Volver, pulsar «Medir otra vez» y medir.</translation>
    </message>
    <message>
        <source>Go back, read it and confirm.</source>
        <translation>Volver, leerlo y confirmar.</translation>
    </message>
    <message>
        <source>Go back, read the screen, then scan again.</source>
        <translation>Volver, leer la pantalla y escanear otra vez.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Go on after a finished or held unit.</source>
        <translation>Seguir tras una unidad terminada o bloqueada.</translation>
    </message>
    <message>
        <source>Go on with the step.</source>
        <translation>Seguir con el paso.</translation>
    </message>
    <message>
        <source>Go there, or say that it is solved.</source>
        <translation>Ir allí o indicar que está resuelto.</translation>
    </message>
    <message>
        <source>Go to a button</source>
        <translation>Ir a un botón</translation>
    </message>
    <message>
        <source>Goes to: {who}</source>
        <translation>Pasa a: {who}</translation>
    </message>
    <message>
        <source>Got worse</source>
        <translation>Empeoró</translation>
    </message>
    <message>
        <source>Guard closed</source>
        <translation>Protección cerrada</translation>
    </message>
    <message>
        <source>Guard open</source>
        <translation>Protección abierta</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>Handover by {name} waits</source>
        <translation>Espera el relevo de {name}</translation>
    </message>
    <message>
        <source>Handover by {name} · {shift} · {time}</source>
        <translation>Relevo de {name} · {shift} · {time}</translation>
    </message>
    <message>
        <source>Handover · {station}</source>
        <translation>Relevo · {station}</translation>
    </message>
    <message>
        <source>Handover · {station} · {shift}</source>
        <translation>Relevo · {station} · {shift}</translation>
    </message>
    <message>
        <source>Handover · {station} · {shift} → {next}</source>
        <translation>Relevo · {station} · {shift} → {next}</translation>
    </message>
    <message>
        <source>Have it put right, then do the check again.</source>
        <translation>Hacerlo arreglar y repetir la revisión.</translation>
    </message>
    <message>
        <source>Have the certificate renewed.</source>
        <translation>Hacer renovar el certificado.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Eficaz</translation>
    </message>
    <message>
        <source>Help called</source>
        <translation>Ayuda llamada</translation>
    </message>
    <message>
        <source>Help is here.</source>
        <translation>La ayuda está aquí.</translation>
    </message>
    <message>
        <source>Help knows of it.</source>
        <translation>La ayuda lo sabe.</translation>
    </message>
    <message>
        <source>Here after {time}</source>
        <translation>Aquí tras {time}</translation>
    </message>
    <message>
        <source>Here, with badge</source>
        <translation>Aquí, con tarjeta</translation>
    </message>
    <message>
        <source>Hint: 14 points go up and down</source>
        <translation>Aviso: 14 puntos suben y bajan</translation>
    </message>
    <message>
        <source>Hint: 15 points close to the centre</source>
        <translation>Aviso: 15 puntos cerca del centro</translation>
    </message>
    <message>
        <source>Hint: 2 of 3 points beyond 2 σ</source>
        <translation>Aviso: 2 de 3 puntos fuera de 2&#xa0;σ</translation>
    </message>
    <message>
        <source>Hint: 4 of 5 points beyond 1 σ</source>
        <translation>Aviso: 4 de 5 puntos fuera de 1&#xa0;σ</translation>
    </message>
    <message>
        <source>Hint: 6 points rise or fall</source>
        <translation>Aviso: 6 puntos suben o bajan</translation>
    </message>
    <message>
        <source>Hint: 8 points away from the centre</source>
        <translation>Aviso: 8 puntos lejos del centro</translation>
    </message>
    <message>
        <source>Hint: 8 points on one side</source>
        <translation>Aviso: 8 puntos a un lado</translation>
    </message>
    <message>
        <source>Hint: 9 points on one side</source>
        <translation>Aviso: 9 puntos a un lado</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Hold a bank card against the blue bar.</source>
        <translation>Poner una tarjeta bancaria junto a la barra azul.</translation>
    </message>
    <message>
        <source>Hold on a part lifted</source>
        <translation>Bloqueo de pieza levantado</translation>
    </message>
    <message>
        <source>Hold the lot</source>
        <translation>Bloquear el lote</translation>
    </message>
    <message>
        <source>Hold {argument}</source>
        <translation>Bloqueo {argument}</translation>
    </message>
    <message>
        <source>Hold {hold} by {owner}: {reason}. The unit stays open until it is out.</source>
        <translation>Bloqueo {hold} de {owner}: {reason}. La unidad queda abierta hasta sacarla.</translation>
    </message>
    <message>
        <source>Hold {hold} came after it was fitted. The unit stays open.</source>
        <translation>El bloqueo {hold} llegó tras montarla. La unidad queda abierta.</translation>
    </message>
    <message>
        <source>Hold {hold}: “{reason}”</source>
        <translation>Bloqueo {hold}: «{reason}»</translation>
    </message>
    <message>
        <source>Holds all records of this station</source>
        <translation>Contiene todos los registros de la estación</translation>
    </message>
    <message>
        <source>Holds until {time}</source>
        <translation>Vale hasta {time}</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Qué gravedad</translation>
    </message>
    <message>
        <source>How it should be</source>
        <translation>Cómo debe ser</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Cuántos</translation>
    </message>
    <message>
        <source>How many are there?</source>
        <translation>¿Cuántas hay?</translation>
    </message>
    <message>
        <source>How many come from this box?</source>
        <translation>¿Cuántas salen de esta caja?</translation>
    </message>
    <message>
        <source>How many come out?</source>
        <translation>¿Cuántas se sacan?</translation>
    </message>
    <message>
        <source>How many pieces are in the box?</source>
        <translation>¿Cuántas piezas hay en la caja?</translation>
    </message>
    <message>
        <source>How old it is. The server sends it.</source>
        <translation>Su antigüedad. La envía el servidor.</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>I hand the shift over</source>
        <translation>Entrego el turno</translation>
    </message>
    <message>
        <source>I have come to help</source>
        <translation>He venido a ayudar</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Lo he leído</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Lo he visto</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
    <message>
        <source>I take the shift over</source>
        <translation>Tomo el relevo</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>If it is not there, press “Not there”.</source>
        <translation>Si no está, pulsar «No está».</translation>
    </message>
    <message>
        <source>If it stays: maintenance sets the scanner’s suffix to Enter.</source>
        <translation>Si sigue así: mantenimiento pone Enter al final de la lectura.</translation>
    </message>
    <message>
        <source>In a few words.</source>
        <translation>En pocas palabras.</translation>
    </message>
    <message>
        <source>In own words</source>
        <translation>Con sus palabras</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>In the queue: end your work here.</source>
        <translation>En la cola: terminar su trabajo aquí.</translation>
    </message>
    <message>
        <source>In the unit: {count}</source>
        <translation>En la unidad: {count}</translation>
    </message>
    <message>
        <source>In work here</source>
        <translation>En curso aquí</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Con sus palabras</translation>
    </message>
    <message>
        <source>Inspection: this place is good.</source>
        <translation>Inspección: este punto está bien.</translation>
    </message>
    <message>
        <source>Inspection: this place is not good.</source>
        <translation>Inspección: este punto no está bien.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Instruction wrong</source>
        <translation>Instrucción errónea</translation>
    </message>
    <message>
        <source>Instruction {instruction} has no released revision at this station.</source>
        <translation>La instrucción {instruction} no tiene revisión liberada en esta estación.</translation>
    </message>
    <message>
        <source>Is everything to be seen, and sharp?</source>
        <translation>¿Se ve todo, y nítido?</translation>
    </message>
    <message>
        <source>Is here</source>
        <translation>Está aquí</translation>
    </message>
    <message>
        <source>Is here: not recorded</source>
        <translation>Está aquí: sin registrar</translation>
    </message>
    <message>
        <source>Is it here? Leave it at {station}, or press “It is here”.</source>
        <translation>¿Está aquí? Dejarla en {station} o pulsar «Está aquí».</translation>
    </message>
    <message>
        <source>It answers: {identity}</source>
        <translation>Responde: {identity}</translation>
    </message>
    <message>
        <source>It begins in a moment.</source>
        <translation>Empieza enseguida.</translation>
    </message>
    <message>
        <source>It came back within {count} units.</source>
        <translation>Volvió a ocurrir en {count} unidades.</translation>
    </message>
    <message>
        <source>It can be answered by: {roles}.</source>
        <translation>La puede responder: {roles}.</translation>
    </message>
    <message>
        <source>It can be confirmed in {seconds} s. Nothing was recorded yet.</source>
        <translation>Se puede confirmar en {seconds} s. Aún no se registró nada.</translation>
    </message>
    <message>
        <source>It can be corrected by: {roles}. Nothing was changed.</source>
        <translation>La puede corregir: {roles}. No se cambió nada.</translation>
    </message>
    <message>
        <source>It can only be read. What was recorded before is safe.</source>
        <translation>Solo se puede leer. Lo registrado antes está a salvo.</translation>
    </message>
    <message>
        <source>It can wait</source>
        <translation>Puede esperar</translation>
    </message>
    <message>
        <source>It cannot be gone on with. Begin it anew.</source>
        <translation>No se puede seguir con ella. Empezarla de nuevo.</translation>
    </message>
    <message>
        <source>It did not confirm its lock. The station keeps trying; call maintenance.</source>
        <translation>Bloqueo sin confirmar. La estación insiste; llamar a mantenimiento.</translation>
    </message>
    <message>
        <source>It did not work: {why}</source>
        <translation>No funcionó: {why}</translation>
    </message>
    <message>
        <source>It ends by itself.</source>
        <translation>Acaba solo.</translation>
    </message>
    <message>
        <source>It expires before lot {lot}. This plant uses it up first.</source>
        <translation>Caduca antes que el lote {lot}. Esta planta lo gasta primero.</translation>
    </message>
    <message>
        <source>It goes back. It is not finished here.</source>
        <translation>Se devuelve. No se termina aquí.</translation>
    </message>
    <message>
        <source>It got worse within {count} units.</source>
        <translation>Empeoró en {count} unidades.</translation>
    </message>
    <message>
        <source>It has a defect and waits for rework.</source>
        <translation>Tiene un defecto y espera retrabajo.</translation>
    </message>
    <message>
        <source>It has a defect. Quality decides.</source>
        <translation>Tiene un defecto. Decide calidad.</translation>
    </message>
    <message>
        <source>It held: no repeat in {count} units.</source>
        <translation>Eficaz: sin repetición en {count} unidades.</translation>
    </message>
    <message>
        <source>It holds for a shift.</source>
        <translation>Vale durante un turno.</translation>
    </message>
    <message>
        <source>It is damaged or wrongly printed. Nothing was recorded.</source>
        <translation>Está dañada o mal impresa. No se registró nada.</translation>
    </message>
    <message>
        <source>It is decided already.</source>
        <translation>Ya está decidido.</translation>
    </message>
    <message>
        <source>It is finished, and proof is missing. Quality decides about it.</source>
        <translation>Está terminada y faltan pruebas. Decide calidad.</translation>
    </message>
    <message>
        <source>It is finished, not released, or for another station.</source>
        <translation>Está terminada, sin liberar o es de otra estación.</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>Está aquí</translation>
    </message>
    <message>
        <source>It is in no bill of this unit.</source>
        <translation>No está en la lista de esta unidad.</translation>
    </message>
    <message>
        <source>It is in the instruction ({revision}).</source>
        <translation>Está en la instrucción ({revision}).</translation>
    </message>
    <message>
        <source>It is in work, provable, or somebody settled it before.</source>
        <translation>Está en trabajo, es demostrable o ya se resolvió.</translation>
    </message>
    <message>
        <source>It is kept as it is. Nothing is written to it or deleted.</source>
        <translation>Se deja como está. No se escribe ni se borra nada.</translation>
    </message>
    <message>
        <source>It is kept for a person to look at.</source>
        <translation>Se guarda para que una persona lo mire.</translation>
    </message>
    <message>
        <source>It is kept for a person, and counts for nothing.</source>
        <translation>Se guarda para una persona y no cuenta.</translation>
    </message>
    <message>
        <source>It is no label of this plant.</source>
        <translation>No es una etiqueta de esta planta.</translation>
    </message>
    <message>
        <source>It is on hold: proof is missing. Quality decides about it.</source>
        <translation>Bloqueada: faltan pruebas. Decide calidad.</translation>
    </message>
    <message>
        <source>It is on record with its place, its time and your name.</source>
        <translation>Está registrado con lugar, hora y su nombre.</translation>
    </message>
    <message>
        <source>It is overdue, and no unit is begun here before it is done.</source>
        <translation>Está atrasada, y antes no se empieza aquí ninguna unidad.</translation>
    </message>
    <message>
        <source>It is recorded, and the check goes on.</source>
        <translation>Se registra y la revisión sigue.</translation>
    </message>
    <message>
        <source>It is recorded. A few words help whoever comes.</source>
        <translation>Está registrado. Unas palabras ayudan a quien venga.</translation>
    </message>
    <message>
        <source>It is recorded. Measure again.</source>
        <translation>Está registrado. Medir otra vez.</translation>
    </message>
    <message>
        <source>It is safe again</source>
        <translation>Vuelve a ser seguro</translation>
    </message>
    <message>
        <source>It is scrapped. It never goes on.</source>
        <translation>Es chatarra. No sigue nunca.</translation>
    </message>
    <message>
        <source>It is still watched.</source>
        <translation>Sigue en seguimiento.</translation>
    </message>
    <message>
        <source>It is too rare to tell.</source>
        <translation>Demasiado raro para decirlo.</translation>
    </message>
    <message>
        <source>It lasted {minutes} min. Nothing was changed.</source>
        <translation>Duró {minutes} min. No se cambió nada.</translation>
    </message>
    <message>
        <source>It matters for safety: a second person has to sign.</source>
        <translation>Afecta a la seguridad: debe firmar otra persona.</translation>
    </message>
    <message>
        <source>It may be used at station {station} only.</source>
        <translation>Solo vale en la estación {station}.</translation>
    </message>
    <message>
        <source>It may not go on before a person decides.</source>
        <translation>No puede seguir sin la decisión de una persona.</translation>
    </message>
    <message>
        <source>It may still run. Results are fetched when the link is back.</source>
        <translation>Puede seguir en marcha. Los resultados se traen al volver la conexión.</translation>
    </message>
    <message>
        <source>It must be approved before the next unit starts.</source>
        <translation>Debe aprobarse antes de empezar la siguiente unidad.</translation>
    </message>
    <message>
        <source>It names a unit that is not known here. Whose is it?</source>
        <translation>Nombra una unidad desconocida aquí. ¿De quién es?</translation>
    </message>
    <message>
        <source>It names another unit. It is kept for a person; do this place again.</source>
        <translation>Nombra otra unidad. Se guarda para una persona; repetir este punto.</translation>
    </message>
    <message>
        <source>It need not be activated again.</source>
        <translation>No hace falta activarlo otra vez.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”.</source>
        <translation>Requiere el derecho «{right}».</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask {who}.</source>
        <translation>Requiere el derecho «{right}». Preguntar a {who}.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask {who}. Nothing is lost until then.</source>
        <translation>Requiere el derecho «{right}». Preguntar a {who}. Hasta entonces no se pierde nada.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask: {who}.</source>
        <translation>Requiere el derecho «{right}». Preguntar a {who}.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Nobody here has it.</source>
        <translation>Requiere el derecho «{right}». Aquí no lo tiene nadie.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Nothing is lost until then.</source>
        <translation>Requiere el derecho «{right}». Hasta entonces no se pierde nada.</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Press Confirm to ask for it.</source>
        <translation>Requiere el derecho «{right}». Pulsar Confirmar para pedirlo.</translation>
    </message>
    <message>
        <source>It opens its records. Wait a moment.</source>
        <translation>Abre sus registros. Esperar un momento.</translation>
    </message>
    <message>
        <source>It says “{says}”. Check the fixture, then try again.</source>
        <translation>«{says}». Revisar el útil y reintentar.</translation>
    </message>
    <message>
        <source>It says “{says}”. Press Try again, or call maintenance.</source>
        <translation>Dice «{says}». Pulsar Reintentar o llamar a mantenimiento.</translation>
    </message>
    <message>
        <source>It says “{says}”. Try again, or call maintenance.</source>
        <translation>Dice «{says}». Reintentar o llamar a mantenimiento.</translation>
    </message>
    <message>
        <source>It says “{says}”. Try again; if it stays so, press Problem.</source>
        <translation>Dice «{says}». Reintentar; si sigue así, pulsar Problema.</translation>
    </message>
    <message>
        <source>It says: {why}</source>
        <translation>Dice: {why}</translation>
    </message>
    <message>
        <source>It shows in the record, with your name.</source>
        <translation>Consta en el registro con su nombre.</translation>
    </message>
    <message>
        <source>It stays not provable. Two people sign, and the record names them.</source>
        <translation>Sigue no demostrable. Firman dos personas, y el registro las nombra.</translation>
    </message>
    <message>
        <source>It stays open until you say it is settled.</source>
        <translation>Queda abierta hasta que usted la dé por resuelta.</translation>
    </message>
    <message>
        <source>It takes the right “{right}”. Nothing was recorded.</source>
        <translation>Requiere el derecho «{right}». No se registró nada.</translation>
    </message>
    <message>
        <source>It waits for a person’s decision.</source>
        <translation>Espera la decisión de una persona.</translation>
    </message>
    <message>
        <source>It waits for no result of this tool. The result is kept.</source>
        <translation>No espera nada de esta herramienta. El resultado se guarda.</translation>
    </message>
    <message>
        <source>It was approved for station {station}.</source>
        <translation>Se aprobó para la estación {station}.</translation>
    </message>
    <message>
        <source>It was approved for {count} units. The gate is locked.</source>
        <translation>Se aprobó para {count} unidades. El control está bloqueado.</translation>
    </message>
    <message>
        <source>It was decided and signed. Nothing more is done on it here.</source>
        <translation>Se decidió y firmó. Aquí no se hace nada más con ella.</translation>
    </message>
    <message>
        <source>It was decided and signed. Nothing more is done on it.</source>
        <translation>Se decidió y firmó. No se hace nada más con ella.</translation>
    </message>
    <message>
        <source>It was for {count} units.</source>
        <translation>Era para {count} unidades.</translation>
    </message>
    <message>
        <source>It was made for the step before, which is done. It is kept; go on here.</source>
        <translation>Era del paso anterior, que está hecho. Se guarda; seguir aquí.</translation>
    </message>
    <message>
        <source>It was not in work when the result came, or has moved on.</source>
        <translation>No estaba en curso cuando llegó, o ya siguió adelante.</translation>
    </message>
    <message>
        <source>It was put off before.</source>
        <translation>Ya se aplazó antes.</translation>
    </message>
    <message>
        <source>It was solved or cancelled before. Nothing was recorded.</source>
        <translation>Se resolvió o anuló antes. No se registró nada.</translation>
    </message>
    <message>
        <source>It was taken back.</source>
        <translation>Se retiró.</translation>
    </message>
    <message>
        <source>It was taken out before.</source>
        <translation>Ya se sacó antes.</translation>
    </message>
    <message>
        <source>It was valid until {until}. Ask the team lead.</source>
        <translation>Valió hasta {until}. Preguntar al jefe de equipo.</translation>
    </message>
    <message>
        <source>It was valid until {until}. With a trainer you can work all the same.</source>
        <translation>Valió hasta {until}. Con formador puede trabajar igual.</translation>
    </message>
    <message>
        <source>It was wrong</source>
        <translation>Estaba mal</translation>
    </message>
    <message>
        <source>It works now. Was it this: {cause}?</source>
        <translation>Ya funciona. ¿Fue esto: {cause}?</translation>
    </message>
    <message>
        <source>Its answer was not used.</source>
        <translation>Su respuesta no se usó.</translation>
    </message>
    <message>
        <source>Its calibration is over. The value is kept for a person to look at.</source>
        <translation>Su calibración venció. El valor se guarda para que alguien lo vea.</translation>
    </message>
    <message>
        <source>Its own step asks for it. Nothing was added.</source>
        <translation>La pide su propio paso. No se añadió nada.</translation>
    </message>
    <message>
        <source>Its software is new: it brings its records up to date. {percent} % done.</source>
        <translation>El software es nuevo: se actualizan los registros. {percent} % hecho.</translation>
    </message>
    <message>
        <source>Its step is then to do again.</source>
        <translation>Después hay que repetir su paso.</translation>
    </message>
    <message>
        <source>Its step was done already. Whose is it?</source>
        <translation>Su paso ya estaba hecho. ¿De quién es?</translation>
    </message>
    <message>
        <source>Its time is over.</source>
        <translation>Su plazo venció.</translation>
    </message>
    <message>
        <source>Its time is over. The gate is locked.</source>
        <translation>Su plazo venció. El control está bloqueado.</translation>
    </message>
    <message>
        <source>Its unit was on hold. Whose is it?</source>
        <translation>Su unidad estaba bloqueada. ¿De quién es?</translation>
    </message>
    <message>
        <source>Its value set off an alarm of the control chart.</source>
        <translation>Su valor activó una alarma del gráfico de control.</translation>
    </message>
    <message>
        <source>Its work of order {order} is not finished. {station} had it last.</source>
        <translation>No está acabada en la orden {order}. Última estación: {station}.</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Juzgado</translation>
    </message>
    <message>
        <source>Keep hands off.</source>
        <translation>No tocar.</translation>
    </message>
    <message>
        <source>Keep it for a unit of that variant.</source>
        <translation>Guardarla para una unidad de esa variante.</translation>
    </message>
    <message>
        <source>Keep the words</source>
        <translation>Guardar el texto</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Call support if it stays so.</source>
        <translation>Seguir trabajando, todo queda aquí. Si sigue así, llamar a soporte.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Call support.</source>
        <translation>Seguir trabajando, todo queda aquí. Llamar a soporte.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. It is sent by itself.</source>
        <translation>Seguir trabajando, todo queda aquí. Se envía solo.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Nothing is sent until support has decided. Call support.</source>
        <translation>Seguir trabajando, todo queda aquí. No se envía nada. Llamar a soporte.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support enrols this station again.</source>
        <translation>Seguir trabajando, todo queda aquí. Soporte registra la estación de nuevo.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support renews it, or sets this station’s clock.</source>
        <translation>Seguir trabajando, todo queda aquí. Soporte lo renueva o ajusta el reloj.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support updates the server.</source>
        <translation>Seguir trabajando, todo queda aquí. Soporte actualiza el servidor.</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support updates this station, then it is sent.</source>
        <translation>Seguir trabajando, todo queda aquí. Soporte actualiza la estación y se envía.</translation>
    </message>
    <message>
        <source>Keep working; tell maintenance.</source>
        <translation>Seguir; avisar a mantenimiento.</translation>
    </message>
    <message>
        <source>Kept as {file}</source>
        <translation>Guardado como {file}</translation>
    </message>
    <message>
        <source>Kept safe here</source>
        <translation>A salvo aquí</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Label again: damaged</source>
        <translation>Otra etiqueta: dañada</translation>
    </message>
    <message>
        <source>Label again: lost</source>
        <translation>Otra etiqueta: perdida</translation>
    </message>
    <message>
        <source>Label again: none came out</source>
        <translation>Otra etiqueta: no salió</translation>
    </message>
    <message>
        <source>Label again: unreadable</source>
        <translation>Otra etiqueta: ilegible</translation>
    </message>
    <message>
        <source>Label asked for</source>
        <translation>Etiqueta pedida</translation>
    </message>
    <message>
        <source>Label damaged? Press “Type label”.</source>
        <translation>¿Etiqueta dañada? Pulsar «Teclear etiqueta».</translation>
    </message>
    <message>
        <source>Label done</source>
        <translation>Etiqueta hecha</translation>
    </message>
    <message>
        <source>Label not readable</source>
        <translation>Etiqueta ilegible</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>Impresora de etiquetas</translation>
    </message>
    <message>
        <source>Labels waiting: {count}</source>
        <translation>Etiquetas en espera: {count}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of this station</source>
        <translation>Idioma de la estación</translation>
    </message>
    <message>
        <source>Larger buttons, further from each other</source>
        <translation>Botones mayores y más separados</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Última señal</translation>
    </message>
    <message>
        <source>Last result · {place} · {time}</source>
        <translation>Último resultado · {place} · {time}</translation>
    </message>
    <message>
        <source>Last time: {response}. {outcome}</source>
        <translation>Última vez: {response}. {outcome}</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Último valor</translation>
    </message>
    <message>
        <source>Last value · {time}</source>
        <translation>Último valor · {time}</translation>
    </message>
    <message>
        <source>Last {time}</source>
        <translation>Último {time}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Later delivery</source>
        <translation>Entrega más tarde</translation>
    </message>
    <message>
        <source>Leak</source>
        <translation>Fuga</translation>
    </message>
    <message>
        <source>Leave a step out</source>
        <translation>Omitir un paso</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Leave out: {step}</source>
        <translation>Omitir: {step}</translation>
    </message>
    <message>
        <source>Leave the unit</source>
        <translation>Dejar la unidad</translation>
    </message>
    <message>
        <source>Leave this unit</source>
        <translation>Dejar esta unidad</translation>
    </message>
    <message>
        <source>Left open at {station}, {time}</source>
        <translation>Quedó abierta: {station}, {time}</translation>
    </message>
    <message>
        <source>Less margin</source>
        <translation>Menos margen</translation>
    </message>
    <message>
        <source>Let somebody else go on: scan their badge.</source>
        <translation>Dejar seguir a otra persona: escanear su tarjeta.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Light for bright halls, dark for dim cells</source>
        <translation>Claro para naves claras, oscuro para celdas oscuras</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Limits are shown after the value.</source>
        <translation>Límites tras el valor.</translation>
    </message>
    <message>
        <source>Limits unknown: {where}</source>
        <translation>Límites desconocidos: {where}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Line stock</source>
        <translation>Stock de línea</translation>
    </message>
    <message>
        <source>Lines not OK are settled by who has the right: {right}</source>
        <translation>Lo que no está OK lo resuelve quien tiene el derecho: {right}</translation>
    </message>
    <message>
        <source>Lines not OK are settled by: {who}</source>
        <translation>Lo que no está OK lo resuelve: {who}</translation>
    </message>
    <message>
        <source>Lines that are not OK: {count}</source>
        <translation>Puntos no OK: {count}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Link of a device</source>
        <translation>Conexión de un equipo</translation>
    </message>
    <message>
        <source>List of people</source>
        <translation>Lista de personas</translation>
    </message>
    <message>
        <source>List of people from {age} ago</source>
        <translation>Lista de personas de hace {age}</translation>
    </message>
    <message>
        <source>Location </source>
        <translation>Lugar </translation>
    </message>
    <message>
        <source>Location {location}</source>
        <translation>Lugar {location}</translation>
    </message>
    <message>
        <source>Lock again</source>
        <translation>Bloquear otra vez</translation>
    </message>
    <message>
        <source>Long list: the next page.</source>
        <translation>Lista larga: página siguiente.</translation>
    </message>
    <message>
        <source>Long list: the page before.</source>
        <translation>Lista larga: página anterior.</translation>
    </message>
    <message>
        <source>Long work</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Mirar otra vez</translation>
    </message>
    <message>
        <source>Look at every place first.</source>
        <translation>Mirar primero cada punto.</translation>
    </message>
    <message>
        <source>Look at it again.</source>
        <translation>Mirarlo otra vez.</translation>
    </message>
    <message>
        <source>Look at the device itself.</source>
        <translation>Mirar el propio equipo.</translation>
    </message>
    <message>
        <source>Look at the failed value first.</source>
        <translation>Mirar primero el valor fallido.</translation>
    </message>
    <message>
        <source>Look at the stop again.</source>
        <translation>Mirar otra vez la parada.</translation>
    </message>
    <message>
        <source>Look in the printer first. If none came out, scan “label not out”.</source>
        <translation>Mirar antes la impresora. Si no salió ninguna, escanear «etiqueta no salió».</translation>
    </message>
    <message>
        <source>Looking it up …</source>
        <translation>Buscando …</translation>
    </message>
    <message>
        <source>Looking up the records…</source>
        <translation>Buscando los registros…</translation>
    </message>
    <message>
        <source>Looking up …</source>
        <translation>Buscando …</translation>
    </message>
    <message>
        <source>Looks like a cross-thread</source>
        <translation>Parece rosca cruzada</translation>
    </message>
    <message>
        <source>Looks like a screw that was tight already</source>
        <translation>Parece un tornillo ya apretado</translation>
    </message>
    <message>
        <source>Looks like a stripped thread</source>
        <translation>Parece rosca pasada</translation>
    </message>
    <message>
        <source>Looks like a wrong or missing washer</source>
        <translation>Parece arandela errónea o ausente</translation>
    </message>
    <message>
        <source>Looks like no screw</source>
        <translation>Parece sin tornillo</translation>
    </message>
    <message>
        <source>Looks like stick-slip</source>
        <translation>Parece stick-slip</translation>
    </message>
    <message>
        <source>Loosen {place}.</source>
        <translation>Aflojar {place}.</translation>
    </message>
    <message>
        <source>Lot expired</source>
        <translation>Lote caducado</translation>
    </message>
    <message>
        <source>Lot not known</source>
        <translation>Lote desconocido</translation>
    </message>
    <message>
        <source>Lot of another part</source>
        <translation>Lote de otra pieza</translation>
    </message>
    <message>
        <source>Lot on hold</source>
        <translation>Lote bloqueado</translation>
    </message>
    <message>
        <source>Lot open for too long</source>
        <translation>Lote abierto demasiado tiempo</translation>
    </message>
    <message>
        <source>Lot opened</source>
        <translation>Lote abierto</translation>
    </message>
    <message>
        <source>Lot or part</source>
        <translation>Lote o pieza</translation>
    </message>
    <message>
        <source>Lot used up</source>
        <translation>Lote agotado</translation>
    </message>
    <message>
        <source>Lot {lot}</source>
        <translation>Lote {lot}</translation>
    </message>
    <message>
        <source>Lot {lot} belongs to {lot_part}, the label says {part}.</source>
        <translation>El lote {lot} es de {lot_part}, la etiqueta dice {part}.</translation>
    </message>
    <message>
        <source>Lot {lot} expired on {expired_on}.</source>
        <translation>El lote {lot} caducó el {expired_on}.</translation>
    </message>
    <message>
        <source>Lot {lot} is not known at this station.</source>
        <translation>El lote {lot} no se conoce en esta estación.</translation>
    </message>
    <message>
        <source>Lot {lot} is on hold since {since}.</source>
        <translation>El lote {lot} está bloqueado desde {since}.</translation>
    </message>
    <message>
        <source>Lot {lot} is recorded as not there.</source>
        <translation>El lote {lot} se registró como ausente.</translation>
    </message>
    <message>
        <source>Lot {lot} · tool {tool}</source>
        <translation>Lote {lot} · herramienta {tool}</translation>
    </message>
    <message>
        <source>Lot {name}</source>
        <translation>Lote {name}</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Poco</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
    <message>
        <source>Machine alarm</source>
        <translation>Alarma de máquina</translation>
    </message>
    <message>
        <source>Machine or fixture</source>
        <translation>Máquina o útil</translation>
    </message>
    <message>
        <source>Machine refused</source>
        <translation>La máquina rechazó</translation>
    </message>
    <message>
        <source>Maintain</source>
        <translation>Mantenimiento</translation>
    </message>
    <message>
        <source>Maintain devices</source>
        <translation>Mantener equipos</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Mantenimiento</translation>
    </message>
    <message>
        <source>Maintenance adds it to the configuration.</source>
        <translation>Mantenimiento la añade a la configuración.</translation>
    </message>
    <message>
        <source>Maintenance sets the scanner to the keyboard layout of this PC.</source>
        <translation>Mantenimiento ajusta el lector al teclado de este PC.</translation>
    </message>
    <message>
        <source>Maintenance: check its settings.</source>
        <translation>Mantenimiento: revisar sus ajustes.</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Grave</translation>
    </message>
    <message>
        <source>Make the proof now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Make the proof now, or accept the unit without it. Both are signed.</source>
        <translation>Probar ahora o aceptar la unidad sin prueba. Ambas se firman.</translation>
    </message>
    <message>
        <source>Manage people</source>
        <translation>Gestionar personas</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Material missing</source>
        <translation>Faltaba material</translation>
    </message>
    <message>
        <source>Material short</source>
        <translation>Falta material</translation>
    </message>
    <message>
        <source>May sign here</source>
        <translation>Pueden firmar aquí</translation>
    </message>
    <message>
        <source>May stay as it is</source>
        <translation>Puede quedar así</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Means are missing</source>
        <translation>Faltan medios</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Medir otra vez</translation>
    </message>
    <message>
        <source>Measure the glass</source>
        <translation>Medir el cristal</translation>
    </message>
    <message>
        <source>Measured with a bank card, so that buttons are large enough</source>
        <translation>Medido con una tarjeta bancaria, para botones bastante grandes</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Medición</translation>
    </message>
    <message>
        <source>Message from: {role}</source>
        <translation>Mensaje de: {role}</translation>
    </message>
    <message>
        <source>Message from: {role}, {station}</source>
        <translation>Mensaje de: {role}, {station}</translation>
    </message>
    <message>
        <source>Message read</source>
        <translation>Mensaje leído</translation>
    </message>
    <message>
        <source>Message to the line</source>
        <translation>Mensaje a la línea</translation>
    </message>
    <message>
        <source>Message written</source>
        <translation>Mensaje escrito</translation>
    </message>
    <message>
        <source>Messages: {count}</source>
        <translation>Mensajes: {count}</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Leve</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Missing part</source>
        <translation>Falta pieza</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>Faltan: {count}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More checks</source>
        <translation>Más revisiones</translation>
    </message>
    <message>
        <source>More open things: {count}</source>
        <translation>Más cosas abiertas: {count}</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>Más razones</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Más tiempo</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>Más …</translation>
    </message>
    <message>
        <source>Most frequent here first, last 90 days</source>
        <translation>Primero lo más frecuente aquí, últimos 90 días</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Moving pictures and pointers. Off shows the first picture.</source>
        <translation>Imágenes y agujas en movimiento. Apagado muestra la primera.</translation>
    </message>
    <message>
        <source>Moving range</source>
        <translation>Rango móvil</translation>
    </message>
    <message>
        <source>NOK</source>
        <translation>NOK</translation>
    </message>
    <message>
        <source>NOK seen by a person</source>
        <translation>NOK visto por una persona</translation>
    </message>
    <message>
        <source>NOK – {reason}</source>
        <translation>NOK – {reason}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Nombrada</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Necesario</translation>
    </message>
    <message>
        <source>Needed for a unit of {order}, variant {variant}</source>
        <translation>Necesario para una unidad de {order}, variante {variant}</translation>
    </message>
    <message>
        <source>Needed here</source>
        <translation>Necesario aquí</translation>
    </message>
    <message>
        <source>Needed now</source>
        <translation>Hace falta ahora</translation>
    </message>
    <message>
        <source>Network and server</source>
        <translation>Red y servidor</translation>
    </message>
    <message>
        <source>New instruction {count} min before</source>
        <translation>{count} min antes: nueva instrucción</translation>
    </message>
    <message>
        <source>New lot {name} {count} min before</source>
        <translation>{count} min antes: nuevo lote {name}</translation>
    </message>
    <message>
        <source>New photo</source>
        <translation>Otra foto</translation>
    </message>
    <message>
        <source>New program {name} {count} min before</source>
        <translation>{count} min antes: nuevo programa {name}</translation>
    </message>
    <message>
        <source>New since you worked here</source>
        <translation>Nuevo desde que trabajó aquí</translation>
    </message>
    <message>
        <source>New tool {name} {count} min before</source>
        <translation>{count} min antes: nueva herramienta {name}</translation>
    </message>
    <message>
        <source>Newer software wrote it. Nothing was changed.</source>
        <translation>Lo escribió un software más nuevo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Newest alarm</source>
        <translation>Última alarma</translation>
    </message>
    <message>
        <source>Newest first. Tap one to see all of it. Records: {count}</source>
        <translation>Primero lo más nuevo. Tocar uno para verlo todo. Registros: {count}</translation>
    </message>
    <message>
        <source>Newest means: {count}, of {size} values each · {unit}</source>
        <translation>Últimas medias: {count}, de {size} valores cada una · {unit}</translation>
    </message>
    <message>
        <source>Newest values: {count} · {unit}</source>
        <translation>Últimos valores: {count} · {unit}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next pin</source>
        <translation>Siguiente marca</translation>
    </message>
    <message>
        <source>Next scan fits: {count}</source>
        <translation>La próxima lectura monta: {count}</translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation>Siguiente unidad</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No USB stick found. Plug one in, then look again.</source>
        <translation>No hay memoria USB. Enchufar una y mirar otra vez.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>No answer in {seconds} s. Check power, cable and address.</source>
        <translation>Sin respuesta en {seconds} s. Revisar corriente, cable y dirección.</translation>
    </message>
    <message>
        <source>No bypass is approved for this station.</source>
        <translation>No hay puentes aprobados para esta estación.</translation>
    </message>
    <message>
        <source>No calibration record</source>
        <translation>Sin registro de calibración</translation>
    </message>
    <message>
        <source>No certificate on record</source>
        <translation>Sin certificado registrado</translation>
    </message>
    <message>
        <source>No check is open.</source>
        <translation>No hay revisión abierta.</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>No curve</source>
        <translation>Sin curva</translation>
    </message>
    <message>
        <source>No defect found</source>
        <translation>Sin defecto</translation>
    </message>
    <message>
        <source>No defect is open.</source>
        <translation>No hay defecto abierto.</translation>
    </message>
    <message>
        <source>No defect recorded here in the last 90 days</source>
        <translation>Aquí sin defectos en los últimos 90 días</translation>
    </message>
    <message>
        <source>No device is configured.</source>
        <translation>No hay equipos configurados.</translation>
    </message>
    <message>
        <source>No failed result is open.</source>
        <translation>No hay resultado fallido abierto.</translation>
    </message>
    <message>
        <source>No good result: {where}</source>
        <translation>Sin resultado bueno: {where}</translation>
    </message>
    <message>
        <source>No instruction yet</source>
        <translation>Aún sin instrucción</translation>
    </message>
    <message>
        <source>No limits yet</source>
        <translation>Aún sin límites</translation>
    </message>
    <message>
        <source>No machine is set up here.</source>
        <translation>Aquí no hay máquina configurada.</translation>
    </message>
    <message>
        <source>No order for this station</source>
        <translation>Ninguna orden para esta estación</translation>
    </message>
    <message>
        <source>No part is asked for now.</source>
        <translation>Ahora no se pide ninguna pieza.</translation>
    </message>
    <message>
        <source>No part is in this unit yet.</source>
        <translation>Aún no hay piezas en esta unidad.</translation>
    </message>
    <message>
        <source>No part is scanned in this step.</source>
        <translation>En este paso no se escanea ninguna pieza.</translation>
    </message>
    <message>
        <source>No power or air</source>
        <translation>Sin corriente o aire</translation>
    </message>
    <message>
        <source>No record was found here.</source>
        <translation>No se halló ningún registro aquí.</translation>
    </message>
    <message>
        <source>No repeat in so many units</source>
        <translation>Sin repetición en tantas unidades</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Aún sin resultado</translation>
    </message>
    <message>
        <source>No result yet · armed for {age}</source>
        <translation>Aún sin resultado · libre hace {age}</translation>
    </message>
    <message>
        <source>No similar case with it yet</source>
        <translation>Aún sin caso parecido con ella</translation>
    </message>
    <message>
        <source>No similar case yet</source>
        <translation>Aún sin caso parecido</translation>
    </message>
    <message>
        <source>No station calls you.</source>
        <translation>Ninguna estación le llama.</translation>
    </message>
    <message>
        <source>No step can bring this proof.</source>
        <translation>Ningún paso puede dar esta prueba.</translation>
    </message>
    <message>
        <source>No stop recorded</source>
        <translation>Ninguna parada</translation>
    </message>
    <message>
        <source>No unit is begun here now.</source>
        <translation>Ahora no se empieza aquí ninguna unidad.</translation>
    </message>
    <message>
        <source>No unit is in work.</source>
        <translation>No hay unidad en curso.</translation>
    </message>
    <message>
        <source>No unit is open at this station.</source>
        <translation>No hay unidad abierta en esta estación.</translation>
    </message>
    <message>
        <source>No unit is open.</source>
        <translation>No hay unidad abierta.</translation>
    </message>
    <message>
        <source>No unit of the last {days} days waits.</source>
        <translation>No espera ninguna unidad de los últimos {days} días.</translation>
    </message>
    <message>
        <source>No unit, other reason</source>
        <translation>Ninguna unidad, otra razón</translation>
    </message>
    <message>
        <source>No valid certificate “{skill}”.</source>
        <translation>Sin certificado válido «{skill}».</translation>
    </message>
    <message>
        <source>No value is typed in this step.</source>
        <translation>En este paso no se teclea ningún valor.</translation>
    </message>
    <message>
        <source>No value yet</source>
        <translation>Aún sin valor</translation>
    </message>
    <message>
        <source>No values were recorded here yet.</source>
        <translation>Aquí aún no se registraron valores.</translation>
    </message>
    <message>
        <source>No waiting order uses it</source>
        <translation>Ninguna orden en espera lo usa</translation>
    </message>
    <message>
        <source>Nobody asked for it. Whose is it?</source>
        <translation>Nadie lo pidió. ¿De quién es?</translation>
    </message>
    <message>
        <source>Nobody asked the machine.</source>
        <translation>Nadie preguntó a la máquina.</translation>
    </message>
    <message>
        <source>Nobody can tell whether it held.</source>
        <translation>No se puede decir si fue eficaz.</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Aún no ha respondido nadie.</translation>
    </message>
    <message>
        <source>Nobody has approved the alternative beforehand.</source>
        <translation>Nadie aprobó antes la alternativa.</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Aún no hay nadie</translation>
    </message>
    <message>
        <source>Nobody signed in here yet.</source>
        <translation>Nadie ha entrado aquí todavía.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>None of the orders of this station lists it.</source>
        <translation>Ninguna orden de esta estación la nombra.</translation>
    </message>
    <message>
        <source>None without control limits.</source>
        <translation>Ninguna sin límites de control.</translation>
    </message>
    <message>
        <source>None: all values are equal.</source>
        <translation>Ninguna: todos los valores son iguales.</translation>
    </message>
    <message>
        <source>None: the instruction says no limits.</source>
        <translation>Ninguna: la instrucción no da límites.</translation>
    </message>
    <message>
        <source>None: the process is not stable.</source>
        <translation>Ninguna: el proceso no es estable.</translation>
    </message>
    <message>
        <source>Not OK</source>
        <translation>No OK</translation>
    </message>
    <message>
        <source>Not OK. {name}: {reason}.</source>
        <translation>No OK. {name}: {reason}.</translation>
    </message>
    <message>
        <source>Not OK. {place}: {reason}.</source>
        <translation>No OK. {place}: {reason}.</translation>
    </message>
    <message>
        <source>Not OK: {count}. The lead can see it.</source>
        <translation>No OK: {count}. El jefe de equipo lo ve.</translation>
    </message>
    <message>
        <source>Not OK: {line}</source>
        <translation>No OK: {line}</translation>
    </message>
    <message>
        <source>Not OK: {places}.</source>
        <translation>No OK: {places}.</translation>
    </message>
    <message>
        <source>Not OK: {reason}</source>
        <translation>No OK: {reason}</translation>
    </message>
    <message>
        <source>Not a defect</source>
        <translation>No es defecto</translation>
    </message>
    <message>
        <source>Not at its place</source>
        <translation>No está en su sitio</translation>
    </message>
    <message>
        <source>Not at the server yet</source>
        <translation>Aún no en el servidor</translation>
    </message>
    <message>
        <source>Not before 30 values with these limits.</source>
        <translation>No antes de 30 valores con estos límites.</translation>
    </message>
    <message>
        <source>Not calibrated</source>
        <translation>Sin calibrar</translation>
    </message>
    <message>
        <source>Not checked lately</source>
        <translation>Por comprobar</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Aún sin comprobar</translation>
    </message>
    <message>
        <source>Not confirmed: {where}</source>
        <translation>Sin confirmar: {where}</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Sin hacer</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>No toca</translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation>Sin registrar</translation>
    </message>
    <message>
        <source>Not enrolled · {count} kept safe</source>
        <translation>Sin registrar · {count} a salvo</translation>
    </message>
    <message>
        <source>Not enrolled. An administrator enrols it with a code: asbuilt enrol</source>
        <translation>Sin registrar. Un administrador la registra con un código: asbuilt enrol</translation>
    </message>
    <message>
        <source>Not everything is ticked.</source>
        <translation>No está todo marcado.</translation>
    </message>
    <message>
        <source>Not for this unit</source>
        <translation>No es para esta unidad</translation>
    </message>
    <message>
        <source>Not in this unit&apos;s bill</source>
        <translation>No está en la lista</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Not made for this station</source>
        <translation>No es de esta estación</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Sin nombrar</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>No hace falta</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Not provable</source>
        <translation>No demostrable</translation>
    </message>
    <message>
        <source>Not provable, accepted</source>
        <translation>No demostrable, aceptada</translation>
    </message>
    <message>
        <source>Not provable. Owner: {owner}.</source>
        <translation>No demostrable. Responsable: {owner}.</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>Peligro</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>Aún sin firmar</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>No está</translation>
    </message>
    <message>
        <source>Not this one. This is the {scanned_component}.</source>
        <translation>Esta no. Esta es: {scanned_component}.</translation>
    </message>
    <message>
        <source>Not true</source>
        <translation>No es cierto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note for the next shift</source>
        <translation>Nota para el próximo turno</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Nothing came within {seconds} s. Check power and cable.</source>
        <translation>No llegó nada en {seconds} s. Revisar corriente y cable.</translation>
    </message>
    <message>
        <source>Nothing can be recorded until there is room again.</source>
        <translation>No se puede registrar nada hasta que haya sitio.</translation>
    </message>
    <message>
        <source>Nothing can be recorded. What was recorded before is kept.</source>
        <translation>No se puede registrar nada. Lo registrado antes se conserva.</translation>
    </message>
    <message>
        <source>Nothing changed: go back and carry on with the step.</source>
        <translation>Nada cambió: volver y seguir con el paso.</translation>
    </message>
    <message>
        <source>Nothing gets past in so many units</source>
        <translation>Sin escapes en tantas unidades</translation>
    </message>
    <message>
        <source>Nothing goes on here before two people have verified that it works.</source>
        <translation>Aquí no sigue nada hasta que dos personas verifiquen que funciona.</translation>
    </message>
    <message>
        <source>Nothing is decided before everybody who must has signed.</source>
        <translation>Nada se decide hasta que firmen todos los que deben.</translation>
    </message>
    <message>
        <source>Nothing is lost: both wait for the lead at the web board.</source>
        <translation>No se pierde nada: ambas esperan al jefe en el tablero web.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>No falta nada.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>No hay nada abierto.</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>Nada más</translation>
    </message>
    <message>
        <source>Nothing waits about unit {serial}.</source>
        <translation>No hay nada pendiente de la unidad {serial}.</translation>
    </message>
    <message>
        <source>Nothing waits any more.</source>
        <translation>Ya no espera ninguno.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision here.</source>
        <translation>Aquí nada espera una decisión.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>No se añadió nada.</translation>
    </message>
    <message>
        <source>Nothing was changed about that decision.</source>
        <translation>No se cambió nada de esa decisión.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Nothing was counted at this station yet.</source>
        <translation>En esta estación aún no se contó nada.</translation>
    </message>
    <message>
        <source>Nothing was decided.</source>
        <translation>No se decidió nada.</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>No se omitió nada.</translation>
    </message>
    <message>
        <source>Nothing was printed. Maintenance adds one to the configuration.</source>
        <translation>No se imprimió nada. Mantenimiento añade una a la configuración.</translation>
    </message>
    <message>
        <source>Nothing was printed. Scan the unit first, then ask for its label.</source>
        <translation>No se imprimió nada. Escanear la unidad y pedir su etiqueta.</translation>
    </message>
    <message>
        <source>Nothing was recorded for {serial}.</source>
        <translation>No se registró nada para {serial}.</translation>
    </message>
    <message>
        <source>Nothing was recorded in this step yet.</source>
        <translation>En este paso aún no se registró nada.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>No se registró nada.</translation>
    </message>
    <message>
        <source>Nothing was written to it.</source>
        <translation>No se escribió nada en él.</translation>
    </message>
    <message>
        <source>Nothing was written, and there is no photo.</source>
        <translation>No se escribió nada y no hay foto.</translation>
    </message>
    <message>
        <source>Nothing was written. {place} was not found.</source>
        <translation>No se escribió nada. {place} no se encontró.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Now: {value}</source>
        <translation>Ahora: {value}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Number at the device</source>
        <translation>Número en el equipo</translation>
    </message>
    <message>
        <source>Number in the journal</source>
        <translation>Número en el registro</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>OK, but check the curve</source>
        <translation>OK, pero revisar la curva</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Off shows a window. Works after the next start.</source>
        <translation>Apagado muestra una ventana. Vale al próximo arranque.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Offline · {count}</source>
        <translation>Sin red · {count}</translation>
    </message>
    <message>
        <source>Offline · {count} kept safe</source>
        <translation>Sin conexión · {count} a salvo</translation>
    </message>
    <message>
        <source>Offline · {count} kept safe, oldest {age}</source>
        <translation>Sin conexión · {count} a salvo, hace {age}</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>On the picture, or by its name:</source>
        <translation>En la imagen o por su nombre:</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>On the way after {time}</source>
        <translation>En camino tras {time}</translation>
    </message>
    <message>
        <source>On the way: not recorded</source>
        <translation>En camino: sin registrar</translation>
    </message>
    <message>
        <source>On this station last</source>
        <translation>Últimos en esta estación</translation>
    </message>
    <message>
        <source>Once for the unit in work.</source>
        <translation>Una vez para la unidad en curso.</translation>
    </message>
    <message>
        <source>Once opened it keeps {hours} h. It was good until {until_time}.</source>
        <translation>Abierto dura {hours} h. Valía hasta {until_time}.</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Uno menos</translation>
    </message>
    <message>
        <source>One line for each record, for other programs</source>
        <translation>Una línea por registro, para otros programas</translation>
    </message>
    <message>
        <source>One message names 1 to {most}. Nothing was sent.</source>
        <translation>Un mensaje nombra de 1 a {most}. No se envió nada.</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Uno más</translation>
    </message>
    <message>
        <source>One more place</source>
        <translation>Otro lugar más</translation>
    </message>
    <message>
        <source>One of those who may do it here</source>
        <translation>Una de las personas que pueden hacerlo aquí</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>Un registro</translation>
    </message>
    <message>
        <source>One step that says what to do</source>
        <translation>Un paso que dice qué hacer</translation>
    </message>
    <message>
        <source>Only a line of a check can be not OK.</source>
        <translation>Solo un punto de una revisión puede no estar OK.</translation>
    </message>
    <message>
        <source>Only by what was approved. Two people activate it, and it locks by itself.</source>
        <translation>Solo con lo aprobado. Lo activan dos personas y se bloquea solo.</translation>
    </message>
    <message>
        <source>Only one program may write the record of a station.</source>
        <translation>Solo un programa puede escribir el registro.</translation>
    </message>
    <message>
        <source>Only one that is due is put off or left out. Nothing was recorded.</source>
        <translation>Solo se aplaza u omite la que toca. No se registró nada.</translation>
    </message>
    <message>
        <source>Only the part you scanned last comes out without a reason.</source>
        <translation>Solo la última pieza escaneada sale sin razón.</translation>
    </message>
    <message>
        <source>Only the station that called can cancel. Nothing was changed.</source>
        <translation>Solo la anula la estación que llamó. No se cambió nada.</translation>
    </message>
    <message>
        <source>Only {name} can sign this.</source>
        <translation>Solo {name} puede firmar esto.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Open at another station</source>
        <translation>Abierta en otra estación</translation>
    </message>
    <message>
        <source>Open call: {who}</source>
        <translation>Llamada abierta: {who}</translation>
    </message>
    <message>
        <source>Open check</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open defect</source>
        <translation>Defecto abierto</translation>
    </message>
    <message>
        <source>Open defect on SN {serial}</source>
        <translation>Defecto abierto en NS {serial}</translation>
    </message>
    <message>
        <source>Open defect: {where}</source>
        <translation>Defecto abierto: {where}</translation>
    </message>
    <message>
        <source>Open defects</source>
        <translation>Defectos abiertos</translation>
    </message>
    <message>
        <source>Open defects: {count}</source>
        <translation>Defectos abiertos: {count}</translation>
    </message>
    <message>
        <source>Open defects: {count}. The unit is finished when they are put right.</source>
        <translation>Defectos abiertos: {count}. La unidad se termina al arreglarlos.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operario</translation>
    </message>
    <message>
        <source>Or enter your number and PIN.</source>
        <translation>O teclear número y PIN.</translation>
    </message>
    <message>
        <source>Or leave it: press Problem.</source>
        <translation>O dejarla: pulsar Problema.</translation>
    </message>
    <message>
        <source>Or leave this unit and take another.</source>
        <translation>O dejar esta unidad y tomar otra.</translation>
    </message>
    <message>
        <source>Or wait until its owner lifts the hold.</source>
        <translation>O esperar a que su dueño levante el bloqueo.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Order rework</source>
        <translation>Ordenar retrabajo</translation>
    </message>
    <message>
        <source>Order the rework</source>
        <translation>Ordenar retrabajo</translation>
    </message>
    <message>
        <source>Order {order} can be chosen when no unit is open.</source>
        <translation>La orden {order} se puede elegir sin unidad abierta.</translation>
    </message>
    <message>
        <source>Order {order} is not here.</source>
        <translation>La orden {order} no está aquí.</translation>
    </message>
    <message>
        <source>Order, unit, step and tool are filled in.</source>
        <translation>Orden, unidad, paso y herramienta ya están puestos.</translation>
    </message>
    <message>
        <source>Orders appear here when they are released.</source>
        <translation>Las órdenes aparecen aquí al liberarse.</translation>
    </message>
    <message>
        <source>Orders that cannot run: {count}</source>
        <translation>Órdenes que no pueden ir: {count}</translation>
    </message>
    <message>
        <source>Orders {first} to {last} of {total}</source>
        <translation>Órdenes {first} a {last} de {total}</translation>
    </message>
    <message>
        <source>Other count</source>
        <translation>Otra cantidad</translation>
    </message>
    <message>
        <source>Other defect</source>
        <translation>Otro defecto</translation>
    </message>
    <message>
        <source>Other picture</source>
        <translation>Otra imagen</translation>
    </message>
    <message>
        <source>Other …</source>
        <translation>Otro …</translation>
    </message>
    <message>
        <source>Out of its limits</source>
        <translation>Fuera de los límites</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Atrasada</translation>
    </message>
    <message>
        <source>Overdue: {late} · to be done: {count}</source>
        <translation>Atrasadas: {late} · por hacer: {count}</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Horas extra</translation>
    </message>
    <message>
        <source>Own words …</source>
        <translation>Sus palabras …</translation>
    </message>
    <message>
        <source>Own words…</source>
        <translation>Con sus palabras…</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Dueño</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>PIN de {name}</translation>
    </message>
    <message>
        <source>Part damaged</source>
        <translation>Pieza dañada</translation>
    </message>
    <message>
        <source>Part fitted</source>
        <translation>Pieza montada</translation>
    </message>
    <message>
        <source>Part missing in the record: {where}</source>
        <translation>Falta la pieza en el registro: {where}</translation>
    </message>
    <message>
        <source>Part not there</source>
        <translation>Falta la pieza</translation>
    </message>
    <message>
        <source>Part on hold</source>
        <translation>Pieza bloqueada</translation>
    </message>
    <message>
        <source>Part put on hold</source>
        <translation>Pieza bloqueada</translation>
    </message>
    <message>
        <source>Part taken out</source>
        <translation>Pieza sacada</translation>
    </message>
    <message>
        <source>Part wrong or missing</source>
        <translation>Pieza errónea o ausente</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>En parte</translation>
    </message>
    <message>
        <source>Parts are scanned here.</source>
        <translation>Aquí las piezas se escanean.</translation>
    </message>
    <message>
        <source>Parts at the line</source>
        <translation>Piezas en la línea</translation>
    </message>
    <message>
        <source>Parts counted</source>
        <translation>Piezas contadas</translation>
    </message>
    <message>
        <source>Parts in unit {serial}</source>
        <translation>Piezas en la unidad {serial}</translation>
    </message>
    <message>
        <source>Parts to fetch: {parts}. Open steps: {steps}.</source>
        <translation>Piezas por traer: {parts}. Pasos abiertos: {steps}.</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>Personas y derechos</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo kept</source>
        <translation>Foto guardada</translation>
    </message>
    <message>
        <source>Photo missing: {where}</source>
        <translation>Falta foto: {where}</translation>
    </message>
    <message>
        <source>Photo of {camera}, {time}</source>
        <translation>Foto de {camera}, {time}</translation>
    </message>
    <message>
        <source>Picture of the work</source>
        <translation>Imagen del trabajo</translation>
    </message>
    <message>
        <source>Pieces in it: {count}</source>
        <translation>Piezas dentro: {count}</translation>
    </message>
    <message>
        <source>Pin down</source>
        <translation>Marca abajo</translation>
    </message>
    <message>
        <source>Pin left</source>
        <translation>Marca izquierda</translation>
    </message>
    <message>
        <source>Pin right</source>
        <translation>Marca derecha</translation>
    </message>
    <message>
        <source>Pin up</source>
        <translation>Marca arriba</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Place and attempt</source>
        <translation>Punto e intento</translation>
    </message>
    <message>
        <source>Place inspected</source>
        <translation>Punto inspeccionado</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <translation>Punto {number}</translation>
    </message>
    <message>
        <source>Place {place}</source>
        <translation>Lugar {place}</translation>
    </message>
    <message>
        <source>Placed by {owner}, {since}</source>
        <translation>Puesto por {owner}, {since}</translation>
    </message>
    <message>
        <source>Places opened again</source>
        <translation>Puntos reabiertos</translation>
    </message>
    <message>
        <source>Plant server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Plug the stick in, then look again.</source>
        <translation>Enchufar la memoria y mirar otra vez.</translation>
    </message>
    <message>
        <source>Ppk (95 % interval)</source>
        <translation>Ppk (intervalo 95 %)</translation>
    </message>
    <message>
        <source>Press + or − until the bar is as wide as the card.</source>
        <translation>Pulsar + o − hasta que la barra sea tan ancha como la tarjeta.</translation>
    </message>
    <message>
        <source>Press Test, then save.</source>
        <translation>Pulsar Probar y después guardar.</translation>
    </message>
    <message>
        <source>Press Try again when it is solved.</source>
        <translation>Pulsar Reintentar cuando esté resuelto.</translation>
    </message>
    <message>
        <source>Press that button</source>
        <translation>Pulsar ese botón</translation>
    </message>
    <message>
        <source>Press the Caps Lock key once.</source>
        <translation>Pulsar una vez la tecla Bloq Mayús.</translation>
    </message>
    <message>
        <source>Press the button at the bottom right.</source>
        <translation>Pulsar el botón de abajo a la derecha.</translation>
    </message>
    <message>
        <source>Press the button of the gauge.</source>
        <translation>Pulsar el botón del medidor.</translation>
    </message>
    <message>
        <source>Press the key, or scan the printed command.</source>
        <translation>Pulsar la tecla o escanear el comando impreso.</translation>
    </message>
    <message>
        <source>Press “Measure again”, then measure.</source>
        <translation>Pulsar «Medir otra vez» y medir.</translation>
    </message>
    <message>
        <source>Press “Redo”, then tighten it again.</source>
        <translation>Pulsar «Repetir» y apretar otra vez.</translation>
    </message>
    <message>
        <source>Press “What is missing” to settle it.</source>
        <translation>Pulsar «Qué falta» para resolverlo.</translation>
    </message>
    <message>
        <source>Print a label again</source>
        <translation>Reimprimir una etiqueta</translation>
    </message>
    <message>
        <source>Print a second label for this reason.</source>
        <translation>Imprimir otra etiqueta por esta razón.</translation>
    </message>
    <message>
        <source>Print one that is of no unit.</source>
        <translation>Imprimir una que no es de ninguna unidad.</translation>
    </message>
    <message>
        <source>Print the label</source>
        <translation>Imprimir la etiqueta</translation>
    </message>
    <message>
        <source>Priority {number}</source>
        <translation>Prioridad {number}</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Problem described</source>
        <translation>Problema descrito</translation>
    </message>
    <message>
        <source>Problem over</source>
        <translation>Problema acabado</translation>
    </message>
    <message>
        <source>Problem reported</source>
        <translation>Problema avisado</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Program replaced: {name}</source>
        <translation>Programa sustituido: {name}</translation>
    </message>
    <message>
        <source>Program unknown: {where}</source>
        <translation>Programa desconocido: {where}</translation>
    </message>
    <message>
        <source>Proof (hash)</source>
        <translation>Prueba (hash)</translation>
    </message>
    <message>
        <source>Provable</source>
        <translation>Demostrable</translation>
    </message>
    <message>
        <source>Proven elsewhere</source>
        <translation>Probado en otro lugar</translation>
    </message>
    <message>
        <source>Proves chain, numbers, photos and signatures</source>
        <translation>Prueba cadena, números, fotos y firmas</translation>
    </message>
    <message>
        <source>Proves that the server is the right one</source>
        <translation>Prueba que el servidor es el correcto</translation>
    </message>
    <message>
        <source>Put aside and marked until they are settled.</source>
        <translation>Apartadas y marcadas hasta resolverlas.</translation>
    </message>
    <message>
        <source>Put aside and marked. They can be settled by: {who}.</source>
        <translation>Apartadas y marcadas. Las puede resolver: {who}.</translation>
    </message>
    <message>
        <source>Put it right now, at this station.</source>
        <translation>Arreglarlo ahora, en esta estación.</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Aplazar</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Arreglado</translation>
    </message>
    <message>
        <source>Put the device aside and mark it.</source>
        <translation>Apartar el equipo y marcarlo.</translation>
    </message>
    <message>
        <source>Put the tool down.</source>
        <translation>Dejar la herramienta.</translation>
    </message>
    <message>
        <source>Put the unit aside and call the team lead.</source>
        <translation>Apartar la unidad y llamar al jefe de equipo.</translation>
    </message>
    <message>
        <source>Put the unit aside, marked.</source>
        <translation>Apartar la unidad, marcada.</translation>
    </message>
    <message>
        <source>Put the unit in the red box.</source>
        <translation>Poner la unidad en la caja roja.</translation>
    </message>
    <message>
        <source>Put the unit with what goes back.</source>
        <translation>Poner la unidad con las devoluciones.</translation>
    </message>
    <message>
        <source>Put the {component} into the red box.</source>
        <translation>Poner en la caja roja: {component}.</translation>
    </message>
    <message>
        <source>Put this box aside.</source>
        <translation>Apartar esta caja.</translation>
    </message>
    <message>
        <source>Put this lot back.</source>
        <translation>Devolver este lote a su sitio.</translation>
    </message>
    <message>
        <source>Put this part back.</source>
        <translation>Devolver esta pieza a su sitio.</translation>
    </message>
    <message>
        <source>Put tool {tool} down. It may be enabled.</source>
        <translation>Dejar la herramienta {tool}. Puede estar libre.</translation>
    </message>
    <message>
        <source>Put tool {tool} down. The link is lost.</source>
        <translation>Dejar la herramienta {tool}. Sin conexión.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Quality and engineering sign</source>
        <translation>Firman calidad e ingeniería</translation>
    </message>
    <message>
        <source>Question about a handover</source>
        <translation>Pregunta sobre relevo</translation>
    </message>
    <message>
        <source>Question about a handover answered</source>
        <translation>Pregunta sobre relevo respondida</translation>
    </message>
    <message>
        <source>Question about a handover settled</source>
        <translation>Pregunta sobre relevo resuelta</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Read first · {seconds} s</source>
        <translation>Leer primero · {seconds} s</translation>
    </message>
    <message>
        <source>Read it, then confirm.</source>
        <translation>Leerlo y confirmar.</translation>
    </message>
    <message>
        <source>Read it, then confirm. The next unit begins after that.</source>
        <translation>Leerlo y confirmar. Después empieza la siguiente unidad.</translation>
    </message>
    <message>
        <source>Read out the number, or photograph the code.</source>
        <translation>Leer el número en voz alta o fotografiar el código.</translation>
    </message>
    <message>
        <source>Read the step first.</source>
        <translation>Leer primero el paso.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Medición</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Razón</translation>
    </message>
    <message>
        <source>Reason of a stop</source>
        <translation>Razón de una parada</translation>
    </message>
    <message>
        <source>Reason of the stop</source>
        <translation>Razón de la parada</translation>
    </message>
    <message>
        <source>Reason: {why}</source>
        <translation>Razón: {why}</translation>
    </message>
    <message>
        <source>Record the defect</source>
        <translation>Registrar el defecto</translation>
    </message>
    <message>
        <source>Record {record}. {owner}: {action}</source>
        <translation>Registro {record}. {owner}: {action}</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>Recorded: {setting}, {before} → {after}</source>
        <translation>Registrado: {setting}, {before} → {after}</translation>
    </message>
    <message>
        <source>Recorded: {what}</source>
        <translation>Registrado: {what}</translation>
    </message>
    <message>
        <source>Recording the change…</source>
        <translation>Registrando el cambio…</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Records and export</source>
        <translation>Registros y exportación</translation>
    </message>
    <message>
        <source>Records contradict</source>
        <translation>Registros contradictorios</translation>
    </message>
    <message>
        <source>Records not at the server yet</source>
        <translation>Registros aún no en el servidor</translation>
    </message>
    <message>
        <source>Records of SN {argument}</source>
        <translation>Registros de NS {argument}</translation>
    </message>
    <message>
        <source>Records of bypass {argument}</source>
        <translation>Registros del puente {argument}</translation>
    </message>
    <message>
        <source>Records of the call</source>
        <translation>Registros de la llamada</translation>
    </message>
    <message>
        <source>Records of the check</source>
        <translation>Registros de la revisión</translation>
    </message>
    <message>
        <source>Records of the decision</source>
        <translation>Registros de la decisión</translation>
    </message>
    <message>
        <source>Records of the question</source>
        <translation>Registros de la pregunta</translation>
    </message>
    <message>
        <source>Records of {argument}</source>
        <translation>Registros de {argument}</translation>
    </message>
    <message>
        <source>Records stay here. Support enrols it with a code from the plant.</source>
        <translation>Todo queda aquí. Soporte la registra con un código de la planta.</translation>
    </message>
    <message>
        <source>Redo {place}</source>
        <translation>Repetir {place}</translation>
    </message>
    <message>
        <source>Release a hold</source>
        <translation>Levantar un bloqueo</translation>
    </message>
    <message>
        <source>Remove this pin</source>
        <translation>Quitar esta marca</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Reparado</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Replace the part</source>
        <translation>Cambiar la pieza</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Avisar</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Avisar de un problema</translation>
    </message>
    <message>
        <source>Report a problem.</source>
        <translation>Avisar de un problema.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Restart verification</source>
        <translation>Verificación de rearranque</translation>
    </message>
    <message>
        <source>Result assigned</source>
        <translation>Resultado asignado</translation>
    </message>
    <message>
        <source>Result discarded</source>
        <translation>Resultado descartado</translation>
    </message>
    <message>
        <source>Result nobody asked for</source>
        <translation>Resultado que nadie pidió</translation>
    </message>
    <message>
        <source>Result not OK</source>
        <translation>Resultado no OK</translation>
    </message>
    <message>
        <source>Results of no unit: {count}</source>
        <translation>Resultados sin unidad: {count}</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Devolución</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>Retrabajo</translation>
    </message>
    <message>
        <source>Rework here</source>
        <translation>Retrabajar aquí</translation>
    </message>
    <message>
        <source>Rework ordered</source>
        <translation>Retrabajo ordenado</translation>
    </message>
    <message>
        <source>Rework says why, in a few words.</source>
        <translation>El retrabajo dice por qué, en pocas palabras.</translation>
    </message>
    <message>
        <source>Right first time</source>
        <translation>Bien a la primera</translation>
    </message>
    <message>
        <source>Right needed: {right}</source>
        <translation>Derecho necesario: {right}</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>Seguir así</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>SN </source>
        <translation>NS </translation>
    </message>
    <message>
        <source>SN {serial}</source>
        <translation>NS {serial}</translation>
    </message>
    <message>
        <source>SN {serial} is finished.</source>
        <translation>NS {serial} está terminado.</translation>
    </message>
    <message>
        <source>SN {serial} is held and waits for rework.</source>
        <translation>NS {serial} se bloquea y espera retrabajo.</translation>
    </message>
    <message>
        <source>SN {serial} is held until quality decides.</source>
        <translation>NS {serial} se bloquea hasta que calidad decida.</translation>
    </message>
    <message>
        <source>SN {serial} is held. Quality decides.</source>
        <translation>NS {serial} se bloquea. Decide calidad.</translation>
    </message>
    <message>
        <source>SN {serial} is not finished: a defect is open.</source>
        <translation>NS {serial} no está terminado: hay un defecto abierto.</translation>
    </message>
    <message>
        <source>SN {serial} is not provable</source>
        <translation>NS {serial} no es demostrable</translation>
    </message>
    <message>
        <source>SN {serial} not finished</source>
        <translation>NS {serial} sin terminar</translation>
    </message>
    <message>
        <source>SN {serial} on hold</source>
        <translation>NS {serial} bloqueado</translation>
    </message>
    <message>
        <source>SN {serial} stays here until it is put right.</source>
        <translation>NS {serial} se queda aquí hasta arreglarlo.</translation>
    </message>
    <message>
        <source>SN {serial} waits at this station.</source>
        <translation>NS {serial} espera en esta estación.</translation>
    </message>
    <message>
        <source>SN {serial} · {by}</source>
        <translation>NS {serial} · {by}</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Safety: nothing</source>
        <translation>Seguridad: nada</translation>
    </message>
    <message>
        <source>Safety: read the words</source>
        <translation>Seguridad: leer el texto</translation>
    </message>
    <message>
        <source>Said here</source>
        <translation>Dicho aquí</translation>
    </message>
    <message>
        <source>Sample decided</source>
        <translation>Muestra decidida</translation>
    </message>
    <message>
        <source>Sample not taken: {where}</source>
        <translation>Muestra no tomada: {where}</translation>
    </message>
    <message>
        <source>Sample of the first piece is open: {where}</source>
        <translation>Muestra de la primera pieza abierta: {where}</translation>
    </message>
    <message>
        <source>Sample: after a change</source>
        <translation>Muestra: tras un cambio</translation>
    </message>
    <message>
        <source>Sample: after a stop</source>
        <translation>Muestra: tras una parada</translation>
    </message>
    <message>
        <source>Sample: by count</source>
        <translation>Muestra: por cantidad</translation>
    </message>
    <message>
        <source>Sample: by time</source>
        <translation>Muestra: por tiempo</translation>
    </message>
    <message>
        <source>Sample: drawn from the lot</source>
        <translation>Muestra: sorteada del lote</translation>
    </message>
    <message>
        <source>Sample: start of the order</source>
        <translation>Muestra: inicio de la orden</translation>
    </message>
    <message>
        <source>Sample: start of the shift</source>
        <translation>Muestra: inicio del turno</translation>
    </message>
    <message>
        <source>Sample: the one before was missed</source>
        <translation>Muestra: faltó la anterior</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saved. Works after the station starts again.</source>
        <translation>Guardado. Vale tras reiniciar la estación.</translation>
    </message>
    <message>
        <source>Say it in a few words</source>
        <translation>Decirlo en pocas palabras</translation>
    </message>
    <message>
        <source>Say something about safety</source>
        <translation>Decir algo de seguridad</translation>
    </message>
    <message>
        <source>Say that you have seen a result not OK.</source>
        <translation>Decir que se ha visto un resultado no OK.</translation>
    </message>
    <message>
        <source>Say what is to be done, or choose an operation.</source>
        <translation>Decir qué hacer o elegir una operación.</translation>
    </message>
    <message>
        <source>Say what was done when it is safe again.</source>
        <translation>Decir qué se hizo cuando vuelva a ser seguro.</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Decir por qué</translation>
    </message>
    <message>
        <source>Say why the step is left out.</source>
        <translation>Decir por qué se omite el paso.</translation>
    </message>
    <message>
        <source>Say why this part comes out.</source>
        <translation>Decir por qué se saca esta pieza.</translation>
    </message>
    <message>
        <source>Say why this part goes in.</source>
        <translation>Decir por qué se pone esta pieza.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Decir por qué.</translation>
    </message>
    <message>
        <source>Say why. The record shows that the step was left out, and by whom.</source>
        <translation>Decir por qué. Queda registrado que se omitió el paso y por quién.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Scan a unit</source>
        <translation>Escanear una unidad</translation>
    </message>
    <message>
        <source>Scan a unit first.</source>
        <translation>Escanear primero una unidad.</translation>
    </message>
    <message>
        <source>Scan a unit of {order}</source>
        <translation>Escanear una unidad de {order}</translation>
    </message>
    <message>
        <source>Scan a unit to start</source>
        <translation>Escanear una unidad para empezar</translation>
    </message>
    <message>
        <source>Scan again.</source>
        <translation>Escanear otra vez.</translation>
    </message>
    <message>
        <source>Scan another code on the label.</source>
        <translation>Escanear otro código de la etiqueta.</translation>
    </message>
    <message>
        <source>Scan another label</source>
        <translation>Escanear otra etiqueta</translation>
    </message>
    <message>
        <source>Scan another lot</source>
        <translation>Escanear otro lote</translation>
    </message>
    <message>
        <source>Scan anything now. The code does nothing.</source>
        <translation>Escanear algo ahora. El código no hace nada.</translation>
    </message>
    <message>
        <source>Scan its label</source>
        <translation>Escanear su etiqueta</translation>
    </message>
    <message>
        <source>Scan its label.</source>
        <translation>Escanear su etiqueta.</translation>
    </message>
    <message>
        <source>Scan or hold your badge</source>
        <translation>Escanear o acercar su tarjeta</translation>
    </message>
    <message>
        <source>Scan refused</source>
        <translation>Lectura rechazada</translation>
    </message>
    <message>
        <source>Scan the badge, or enter the number.</source>
        <translation>Escanear la tarjeta o teclear el número.</translation>
    </message>
    <message>
        <source>Scan the label of a unit.</source>
        <translation>Escanear la etiqueta de una unidad.</translation>
    </message>
    <message>
        <source>Scan the label of the box.</source>
        <translation>Escanear la etiqueta de la caja.</translation>
    </message>
    <message>
        <source>Scan the label you need.</source>
        <translation>Escanear la etiqueta que hace falta.</translation>
    </message>
    <message>
        <source>Scan the maker’s label on the {component}.</source>
        <translation>Escanear la etiqueta del fabricante: {component}.</translation>
    </message>
    <message>
        <source>Scan the next unit.</source>
        <translation>Escanear la siguiente unidad.</translation>
    </message>
    <message>
        <source>Scan the next. So far: {count} of {total}</source>
        <translation>Escanear más: {count} de {total}</translation>
    </message>
    <message>
        <source>Scan the part to add.</source>
        <translation>Escanear la pieza que se añade.</translation>
    </message>
    <message>
        <source>Scan the right code, or press Not OK.</source>
        <translation>Escanear el código correcto o pulsar «No OK».</translation>
    </message>
    <message>
        <source>Scan the second badge</source>
        <translation>Segunda tarjeta</translation>
    </message>
    <message>
        <source>Scan the unit’s label</source>
        <translation>Escanear la etiqueta de la unidad</translation>
    </message>
    <message>
        <source>Scan twice. The unit keeps its state.</source>
        <translation>Escanear dos veces. La unidad conserva su estado.</translation>
    </message>
    <message>
        <source>Scan your badge</source>
        <translation>Escanear tarjeta</translation>
    </message>
    <message>
        <source>Scan your badge, then go on.</source>
        <translation>Escanear su tarjeta y seguir.</translation>
    </message>
    <message>
        <source>Scan your badge.</source>
        <translation>Escanear su tarjeta.</translation>
    </message>
    <message>
        <source>Scanned now</source>
        <translation>Escaneado ahora</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Lector</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>Lector listo</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>Chatarra</translation>
    </message>
    <message>
        <source>Scrap a unit</source>
        <translation>Desechar una unidad</translation>
    </message>
    <message>
        <source>Scrap was proposed. Quality decides.</source>
        <translation>Se propuso chatarra. Decide calidad.</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Arañazo</translation>
    </message>
    <message>
        <source>Screen and sound</source>
        <translation>Pantalla y sonido</translation>
    </message>
    <message>
        <source>Second person: scan your badge</source>
        <translation>Segunda persona: escanear su tarjeta</translation>
    </message>
    <message>
        <source>Second signature</source>
        <translation>Segunda firma</translation>
    </message>
    <message>
        <source>Second signature missing: {where}</source>
        <translation>Falta la segunda firma: {where}</translation>
    </message>
    <message>
        <source>See the cases</source>
        <translation>Ver los casos</translation>
    </message>
    <message>
        <source>See the checks</source>
        <translation>Ver revisiones</translation>
    </message>
    <message>
        <source>See the defects</source>
        <translation>Ver los defectos</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Seen after {time}</source>
        <translation>Visto tras {time}</translation>
    </message>
    <message>
        <source>Seen by {name} after {time}</source>
        <translation>Visto por {name} tras {time}</translation>
    </message>
    <message>
        <source>Seen: not recorded</source>
        <translation>Visto: sin registrar</translation>
    </message>
    <message>
        <source>Send ({count})</source>
        <translation>Enviar ({count})</translation>
    </message>
    <message>
        <source>Send to rework</source>
        <translation>Enviar a retrabajo</translation>
    </message>
    <message>
        <source>Sending {count}</source>
        <translation>Enviando {count}</translation>
    </message>
    <message>
        <source>Serial {serial}</source>
        <translation>Serie {serial}</translation>
    </message>
    <message>
        <source>Serial {serial} is already in unit {unit}.</source>
        <translation>La serie {serial} ya está en la unidad {unit}.</translation>
    </message>
    <message>
        <source>Serial {serial} is on hold since {since}.</source>
        <translation>La serie {serial} está bloqueada desde {since}.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Server not reached: work at other stations as of {time}.</source>
        <translation>Sin servidor: trabajo en otras estaciones hasta {time}.</translation>
    </message>
    <message>
        <source>Server not reached: work at other stations is not known.</source>
        <translation>Sin servidor: se desconoce el trabajo en otras estaciones.</translation>
    </message>
    <message>
        <source>Server refuses · {count} kept safe</source>
        <translation>El servidor rechaza · {count} a salvo</translation>
    </message>
    <message>
        <source>Server too old · {count} kept safe</source>
        <translation>Servidor antiguo · {count} a salvo</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartar</translation>
    </message>
    <message>
        <source>Set by {who}</source>
        <translation>La puso {who}</translation>
    </message>
    <message>
        <source>Set by {who} first</source>
        <translation>Antes la puso {who}</translation>
    </message>
    <message>
        <source>Set its reason at the web board.</source>
        <translation>Poner su razón en el tablero web.</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Ajuste cambiado</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Resuelta</translation>
    </message>
    <message>
        <source>Settled already.</source>
        <translation>Ya está resuelta.</translation>
    </message>
    <message>
        <source>Setup or cleaning</source>
        <translation>Ajuste o limpieza</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Turno</translation>
    </message>
    <message>
        <source>Shift began {count} min before</source>
        <translation>{count} min antes: inicio del turno</translation>
    </message>
    <message>
        <source>Shift handed over</source>
        <translation>Turno entregado</translation>
    </message>
    <message>
        <source>Shift manager</source>
        <translation>Jefe de turno</translation>
    </message>
    <message>
        <source>Shift taken over</source>
        <translation>Relevo tomado</translation>
    </message>
    <message>
        <source>Shift {shift}</source>
        <translation>Turno {shift}</translation>
    </message>
    <message>
        <source>Short stops: {count}, together {minutes} min. One answer for all.</source>
        <translation>Paradas cortas: {count}, en total {minutes} min. Una respuesta para todas.</translation>
    </message>
    <message>
        <source>Show how again</source>
        <translation>Explicar otra vez</translation>
    </message>
    <message>
        <source>Show the keys and commands.</source>
        <translation>Mostrar las teclas y los comandos.</translation>
    </message>
    <message>
        <source>Show what the unit still needs.</source>
        <translation>Mostrar qué necesita aún la unidad.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>Sign as second person</source>
        <translation>Segunda firma</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Entrar primero.</translation>
    </message>
    <message>
        <source>Sign in without badge</source>
        <translation>Entrar sin tarjeta</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Entrada rechazada</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Signed already.</source>
        <translation>Ya está firmado.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Con sesión</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>Signed with record {number}</source>
        <translation>Firmado con el registro {number}</translation>
    </message>
    <message>
        <source>Signs every record. Enrol again to change it.</source>
        <translation>Firma cada registro. Para cambiarlo, registrar de nuevo.</translation>
    </message>
    <message>
        <source>Similar cases: {count}</source>
        <translation>Casos parecidos: {count}</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Size on the glass</source>
        <translation>Tamaño en el cristal</translation>
    </message>
    <message>
        <source>Skill missing</source>
        <translation>Falta formación</translation>
    </message>
    <message>
        <source>Slower pace</source>
        <translation>Ritmo más lento</translation>
    </message>
    <message>
        <source>So many are not in this unit.</source>
        <translation>No hay tantas en esta unidad.</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Somebody answered before. Nothing was changed.</source>
        <translation>Alguien respondió antes. No se cambió nada.</translation>
    </message>
    <message>
        <source>Somebody else than {name} signs.</source>
        <translation>Firma otra persona que no sea {name}.</translation>
    </message>
    <message>
        <source>Somebody else took this handover over before.</source>
        <translation>Otra persona tomó este relevo antes.</translation>
    </message>
    <message>
        <source>Somebody placed this hold. Its owner can lift it.</source>
        <translation>Alguien puso este bloqueo. Su dueño puede levantarlo.</translation>
    </message>
    <message>
        <source>Somebody said before that this question is settled.</source>
        <translation>Alguien ya dio esta pregunta por resuelta.</translation>
    </message>
    <message>
        <source>Somebody settled it, or a later check was good.</source>
        <translation>Alguien lo resolvió, o una revisión posterior fue buena.</translation>
    </message>
    <message>
        <source>Somebody with the certificate signs.</source>
        <translation>Firma alguien con el certificado.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>Something is missing: {what}.</source>
        <translation>Falta algo: {what}.</translation>
    </message>
    <message>
        <source>Something is wrong. Call an administrator. Records checked: {count}</source>
        <translation>Algo está mal. Llamar a un administrador. Registros comprobados: {count}</translation>
    </message>
    <message>
        <source>Something it asks for is missing.</source>
        <translation>Falta algo de lo que pide.</translation>
    </message>
    <message>
        <source>Somewhere else</source>
        <translation>En otro sitio</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Space or Enter</source>
        <translation>Espacio o Enter</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>Especificación</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividir</translation>
    </message>
    <message>
        <source>Spoken while nobody is signed in. People have their own.</source>
        <translation>Se usa sin nadie dentro. Cada persona tiene el suyo.</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>Estable</translation>
    </message>
    <message>
        <source>Stable again</source>
        <translation>Estable otra vez</translation>
    </message>
    <message>
        <source>Stands in the header</source>
        <translation>Está en la cabecera</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start check</source>
        <translation>Empezar revisión</translation>
    </message>
    <message>
        <source>Start station again</source>
        <translation>Reiniciar estación</translation>
    </message>
    <message>
        <source>Starting. This scan was not taken.</source>
        <translation>Arrancando. Esta lectura no se tomó.</translation>
    </message>
    <message>
        <source>State of the machine</source>
        <translation>Estado de la máquina</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Estación</translation>
    </message>
    <message>
        <source>Station after</source>
        <translation>Estación siguiente</translation>
    </message>
    <message>
        <source>Station before</source>
        <translation>Estación anterior</translation>
    </message>
    <message>
        <source>Station can go on</source>
        <translation>La estación puede seguir</translation>
    </message>
    <message>
        <source>Station check</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Station does not run</source>
        <translation>Estación parada</translation>
    </message>
    <message>
        <source>Station is stopped</source>
        <translation>La estación está parada</translation>
    </message>
    <message>
        <source>Station moved</source>
        <translation>Estación trasladada</translation>
    </message>
    <message>
        <source>Station number</source>
        <translation>Número de estación</translation>
    </message>
    <message>
        <source>Station started</source>
        <translation>Estación arrancada</translation>
    </message>
    <message>
        <source>Station stopped since {time}</source>
        <translation>Estación parada desde {time}</translation>
    </message>
    <message>
        <source>Station too old · {count} kept safe</source>
        <translation>Estación antigua · {count} a salvo</translation>
    </message>
    <message>
        <source>Station · lines {first} to {last} of {total}</source>
        <translation>Estación · líneas {first} a {last} de {total}</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Estaciones</translation>
    </message>
    <message>
        <source>Stations without a connection get it later. The web board says who has read it.</source>
        <translation>Las estaciones sin conexión lo reciben después. El tablero web dice quién lo leyó.</translation>
    </message>
    <message>
        <source>Stay here if you need help.</source>
        <translation>Quedarse aquí si necesita ayuda.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Paso atrás</translation>
    </message>
    <message>
        <source>Step confirmed</source>
        <translation>Paso confirmado</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>Paso hecho</translation>
    </message>
    <message>
        <source>Step done again</source>
        <translation>Paso repetido</translation>
    </message>
    <message>
        <source>Step left out</source>
        <translation>Paso omitido</translation>
    </message>
    <message>
        <source>Step left out: {where}</source>
        <translation>Paso omitido: {where}</translation>
    </message>
    <message>
        <source>Step not completed: {where}</source>
        <translation>Paso sin completar: {where}</translation>
    </message>
    <message>
        <source>Steps: {count}</source>
        <translation>Pasos: {count}</translation>
    </message>
    <message>
        <source>Steps: {count} · opens again: {places}</source>
        <translation>Pasos: {count} · reabre: {places}</translation>
    </message>
    <message>
        <source>Steps: {steps}</source>
        <translation>Pasos: {steps}</translation>
    </message>
    <message>
        <source>Steps: {steps} and more, {count} in all</source>
        <translation>Pasos: {steps} y más, {count} en total</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Falta todavía</translation>
    </message>
    <message>
        <source>Still missing for unit {serial}</source>
        <translation>Falta todavía para la unidad {serial}</translation>
    </message>
    <message>
        <source>Still missing: {missing}. Then scan its label.</source>
        <translation>Faltan: {missing}. Después escanear su etiqueta.</translation>
    </message>
    <message>
        <source>Still open: {places}.</source>
        <translation>Aún abiertos: {places}.</translation>
    </message>
    <message>
        <source>Still to tick: {count}</source>
        <translation>Por marcar: {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parada</translation>
    </message>
    <message>
        <source>Stop began</source>
        <translation>Parada empezada</translation>
    </message>
    <message>
        <source>Stop corrected</source>
        <translation>Parada corregida</translation>
    </message>
    <message>
        <source>Stop ended</source>
        <translation>Parada acabada</translation>
    </message>
    <message>
        <source>Stop the line</source>
        <translation>Parar la línea</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>Parar esto</translation>
    </message>
    <message>
        <source>Stop. Do not fit this part.</source>
        <translation>Alto. No montar esta pieza.</translation>
    </message>
    <message>
        <source>Stop. Do not fit this {component}.</source>
        <translation>Alto. No montar: {component}.</translation>
    </message>
    <message>
        <source>Stop. Lot {lot} is used up.</source>
        <translation>Alto. El lote {lot} está agotado.</translation>
    </message>
    <message>
        <source>Stop. Lot {lot} was open for too long.</source>
        <translation>Alto. El lote {lot} llevaba demasiado abierto.</translation>
    </message>
    <message>
        <source>Stop. SN {serial} is on hold.</source>
        <translation>Alto. NS {serial} está bloqueado.</translation>
    </message>
    <message>
        <source>Stop. Somebody said it is not safe.</source>
        <translation>Alto. Alguien dijo que no es seguro.</translation>
    </message>
    <message>
        <source>Stop. Step away from the station.</source>
        <translation>Alto. Alejarse de la estación.</translation>
    </message>
    <message>
        <source>Stop. The station’s disk fails.</source>
        <translation>Alto. El disco de la estación falla.</translation>
    </message>
    <message>
        <source>Stop. The station’s disk is full.</source>
        <translation>Alto. El disco de la estación está lleno.</translation>
    </message>
    <message>
        <source>Stop. The station’s disk takes no records.</source>
        <translation>Alto. El disco de la estación no admite registros.</translation>
    </message>
    <message>
        <source>Stop. This station’s record is damaged.</source>
        <translation>Alto. El registro de esta estación está dañado.</translation>
    </message>
    <message>
        <source>Stop. This unit is on hold.</source>
        <translation>Alto. Esta unidad está bloqueada.</translation>
    </message>
    <message>
        <source>Stop. Unit {serial} is on hold.</source>
        <translation>Alto. La unidad {serial} está bloqueada.</translation>
    </message>
    <message>
        <source>Stop. {name} in this unit is now on hold.</source>
        <translation>Alto. Bloqueada ahora en esta unidad: {name}.</translation>
    </message>
    <message>
        <source>Stopped · {count} min</source>
        <translation>Parada · {count} min</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Parado. No se escribió nada.</translation>
    </message>
    <message>
        <source>Stopped: {count} min</source>
        <translation>Parada: {count} min</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Paradas</translation>
    </message>
    <message>
        <source>Stops of this station</source>
        <translation>Paradas de esta estación</translation>
    </message>
    <message>
        <source>Stops without a reason: {count}</source>
        <translation>Paradas sin razón: {count}</translation>
    </message>
    <message>
        <source>Support code</source>
        <translation>Código de soporte</translation>
    </message>
    <message>
        <source>Switch it off and on again.</source>
        <translation>Apagarlo y encenderlo.</translation>
    </message>
    <message>
        <source>Sync stopped</source>
        <translation>Envío parado</translation>
    </message>
    <message>
        <source>Sync stopped · {count} kept safe</source>
        <translation>Envío parado · {count} a salvo</translation>
    </message>
    <message>
        <source>Sync stuck · {count} kept safe</source>
        <translation>Envío atascado · {count} a salvo</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Tab or arrows</source>
        <translation>Tab o flechas</translation>
    </message>
    <message>
        <source>Take a {component} of another lot.</source>
        <translation>Tomar {component} de otro lote.</translation>
    </message>
    <message>
        <source>Take a {component} of lot {use_lot}.</source>
        <translation>Tomar {component} del lote {use_lot}.</translation>
    </message>
    <message>
        <source>Take another {component}.</source>
        <translation>Tomar otra pieza: {component}.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take it first, look at it, then use it.</source>
        <translation>Tomarla, mirarla y luego usarla.</translation>
    </message>
    <message>
        <source>Take it out and put it in the red box.</source>
        <translation>Sacarla y ponerla en la caja roja.</translation>
    </message>
    <message>
        <source>Take lot {first} first.</source>
        <translation>Tomar primero el lote {first}.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sacar</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar relevo</translation>
    </message>
    <message>
        <source>Take over with badge</source>
        <translation>Tomar relevo con tarjeta</translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation>Tomar foto</translation>
    </message>
    <message>
        <source>Take the next unit.</source>
        <translation>Tomar la siguiente unidad.</translation>
    </message>
    <message>
        <source>Take the number</source>
        <translation>Tomar el número</translation>
    </message>
    <message>
        <source>Take the unit off the fixture.</source>
        <translation>Sacar la unidad del útil.</translation>
    </message>
    <message>
        <source>Take the {component} from {use_location}.</source>
        <translation>Tomar {component} de {use_location}.</translation>
    </message>
    <message>
        <source>Take the {component}, {part}.</source>
        <translation>Tomar {component}, {part}.</translation>
    </message>
    <message>
        <source>Take {value}</source>
        <translation>Tomar {value}</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Taken over already.</source>
        <translation>Ya se tomó el relevo.</translation>
    </message>
    <message>
        <source>Taking the photo</source>
        <translation>Tomando la foto</translation>
    </message>
    <message>
        <source>Tap a defect after it was put right and looked at again.</source>
        <translation>Tocar un defecto ya arreglado y mirado otra vez.</translation>
    </message>
    <message>
        <source>Tap a line for its records.</source>
        <translation>Tocar una línea para ver sus registros.</translation>
    </message>
    <message>
        <source>Tap one to say how far help is.</source>
        <translation>Tocar una para decir cómo va la ayuda.</translation>
    </message>
    <message>
        <source>Tap one to say what it really was.</source>
        <translation>Tocar una para decir qué fue en realidad.</translation>
    </message>
    <message>
        <source>Tap the place</source>
        <translation>Tocar el lugar</translation>
    </message>
    <message>
        <source>Tap the right order, or scan its label.</source>
        <translation>Tocar la orden correcta o escanear su etiqueta.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Team lead</source>
        <translation>Jefe de equipo</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Técnico</translation>
    </message>
    <message>
        <source>Tell maintenance: driver restarts.</source>
        <translation>Avisar a mantenimiento: el driver reinicia.</translation>
    </message>
    <message>
        <source>Tell one of them.</source>
        <translation>Avisar a uno de ellos.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Test it before or after this step.</source>
        <translation>Probarlo antes o después de este paso.</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>Etiqueta de prueba</translation>
    </message>
    <message>
        <source>Test of {device}</source>
        <translation>Prueba de {device}</translation>
    </message>
    <message>
        <source>Test the address first.</source>
        <translation>Probar primero la dirección.</translation>
    </message>
    <message>
        <source>Test the device</source>
        <translation>Probar el equipo</translation>
    </message>
    <message>
        <source>Text in {language}</source>
        <translation>Texto en: {language}</translation>
    </message>
    <message>
        <source>That command means nothing here.</source>
        <translation>Ese comando no sirve aquí.</translation>
    </message>
    <message>
        <source>That was at {since}. Nothing was changed.</source>
        <translation>Fue a las {since}. No se cambió nada.</translation>
    </message>
    <message>
        <source>The PDF could not be kept.</source>
        <translation>El PDF no se pudo guardar.</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>El PIN es incorrecto.</translation>
    </message>
    <message>
        <source>The bill does not name this part.</source>
        <translation>La lista no nombra esta pieza.</translation>
    </message>
    <message>
        <source>The bypass is not for this step.</source>
        <translation>El puente no es para este paso.</translation>
    </message>
    <message>
        <source>The call is being recorded. It counts only when the time starts.</source>
        <translation>La llamada se está registrando. Cuenta cuando empieza el tiempo.</translation>
    </message>
    <message>
        <source>The check is done.</source>
        <translation>La revisión está hecha.</translation>
    </message>
    <message>
        <source>The check wants {expected}.</source>
        <translation>La revisión pide {expected}.</translation>
    </message>
    <message>
        <source>The code came with small and large letters swapped. Nothing was taken.</source>
        <translation>Las mayúsculas y minúsculas llegaron cambiadas. No se tomó nada.</translation>
    </message>
    <message>
        <source>The code came, {count} characters.</source>
        <translation>El código llegó, {count} caracteres.</translation>
    </message>
    <message>
        <source>The customer agrees</source>
        <translation>El cliente acepta</translation>
    </message>
    <message>
        <source>The decision is not recorded.</source>
        <translation>La decisión no está registrada.</translation>
    </message>
    <message>
        <source>The decision needs other signatures than it has.</source>
        <translation>La decisión necesita otras firmas.</translation>
    </message>
    <message>
        <source>The defect is not recorded.</source>
        <translation>El defecto no está registrado.</translation>
    </message>
    <message>
        <source>The device answers, but this does not work: {what}</source>
        <translation>El equipo responde, pero esto no funciona: {what}</translation>
    </message>
    <message>
        <source>The device answers. Save the address.</source>
        <translation>El equipo responde. Guardar la dirección.</translation>
    </message>
    <message>
        <source>The device does not do its part: {why}</source>
        <translation>El equipo no hace su parte: {why}</translation>
    </message>
    <message>
        <source>The device has not answered at {value} yet.</source>
        <translation>El equipo aún no ha respondido en {value}.</translation>
    </message>
    <message>
        <source>The file is written. Records: {count}</source>
        <translation>El archivo está escrito. Registros: {count}</translation>
    </message>
    <message>
        <source>The first part begins with the stop. Nothing was changed.</source>
        <translation>El primer tramo empieza con la parada. No se cambió nada.</translation>
    </message>
    <message>
        <source>The gate is locked again.</source>
        <translation>El control vuelve a estar bloqueado.</translation>
    </message>
    <message>
        <source>The gate is locked.</source>
        <translation>El control está bloqueado.</translation>
    </message>
    <message>
        <source>The gate is not verified.</source>
        <translation>El control no está verificado.</translation>
    </message>
    <message>
        <source>The gate may be bypassed for now</source>
        <translation>El control puede puentearse por ahora</translation>
    </message>
    <message>
        <source>The gate was tried and works</source>
        <translation>El control se probó y funciona</translation>
    </message>
    <message>
        <source>The gate works</source>
        <translation>El control funciona</translation>
    </message>
    <message>
        <source>The instruction is not here yet.</source>
        <translation>La instrucción aún no está aquí.</translation>
    </message>
    <message>
        <source>The instruction names no right for leaving it out.</source>
        <translation>La instrucción no nombra un derecho para omitirlo.</translation>
    </message>
    <message>
        <source>The label is on the wrong part</source>
        <translation>La etiqueta está en otra pieza</translation>
    </message>
    <message>
        <source>The label may have been printed.</source>
        <translation>Puede que la etiqueta se imprimiera.</translation>
    </message>
    <message>
        <source>The label was not printed.</source>
        <translation>La etiqueta no se imprimió.</translation>
    </message>
    <message>
        <source>The list of people may be old: no server since the start.</source>
        <translation>La lista de personas puede ser antigua: sin servidor desde el inicio.</translation>
    </message>
    <message>
        <source>The list of this plant.</source>
        <translation>La lista de esta planta.</translation>
    </message>
    <message>
        <source>The message is being recorded.</source>
        <translation>Registrando el mensaje.</translation>
    </message>
    <message>
        <source>The message is for nobody yet.</source>
        <translation>El mensaje aún no es para nadie.</translation>
    </message>
    <message>
        <source>The message is on its way.</source>
        <translation>El mensaje está en camino.</translation>
    </message>
    <message>
        <source>The most similar first, and what came of it.</source>
        <translation>Primero los más parecidos, y en qué quedaron.</translation>
    </message>
    <message>
        <source>The newest first. A tap opens its card.</source>
        <translation>Primero lo más nuevo. Tocar uno abre su ficha.</translation>
    </message>
    <message>
        <source>The next lot may be taken now.</source>
        <translation>Ya se puede tomar el siguiente lote.</translation>
    </message>
    <message>
        <source>The next {count} units will show if it held.</source>
        <translation>Las próximas {count} unidades dirán si fue eficaz.</translation>
    </message>
    <message>
        <source>The oldest first. Tap one to settle it.</source>
        <translation>Primero el más antiguo. Tocar uno para resolverlo.</translation>
    </message>
    <message>
        <source>The one with the blue frame.</source>
        <translation>El del marco azul.</translation>
    </message>
    <message>
        <source>The open step of unit {serial} does not take this result.</source>
        <translation>El paso abierto de {serial} no toma este resultado.</translation>
    </message>
    <message>
        <source>The operation opens a step that this unit does not have.</source>
        <translation>La operación abre un paso que esta unidad no tiene.</translation>
    </message>
    <message>
        <source>The order is urgent</source>
        <translation>Orden urgente</translation>
    </message>
    <message>
        <source>The part was added.</source>
        <translation>Se añadió la pieza.</translation>
    </message>
    <message>
        <source>The parts do not follow each other.</source>
        <translation>Los tramos no van seguidos.</translation>
    </message>
    <message>
        <source>The parts it is built on, with their licences</source>
        <translation>Las partes de que está hecha, con sus licencias</translation>
    </message>
    <message>
        <source>The photo is blurred. Hold still and take it again.</source>
        <translation>La foto está borrosa. No mover y tomarla otra vez.</translation>
    </message>
    <message>
        <source>The photo is sharp.</source>
        <translation>La foto es nítida.</translation>
    </message>
    <message>
        <source>The photo was not recorded.</source>
        <translation>La foto no se registró.</translation>
    </message>
    <message>
        <source>The picture is good: {width} × {height}</source>
        <translation>La imagen es buena: {width} × {height}</translation>
    </message>
    <message>
        <source>The place was done again</source>
        <translation>El punto se hizo de nuevo</translation>
    </message>
    <message>
        <source>The plant counts none of it any more. This part came from elsewhere.</source>
        <translation>La planta ya no cuenta nada de él. Esta pieza vino de otro sitio.</translation>
    </message>
    <message>
        <source>The plant does not let it be put off.</source>
        <translation>La planta no permite aplazarla.</translation>
    </message>
    <message>
        <source>The plant has taken it back.</source>
        <translation>La planta lo ha retirado.</translation>
    </message>
    <message>
        <source>The plant keeps people and their rights. The server sends them.</source>
        <translation>La planta lleva las personas y sus derechos. Los envía el servidor.</translation>
    </message>
    <message>
        <source>The plant lets nobody leave it out.</source>
        <translation>La planta no permite omitirla.</translation>
    </message>
    <message>
        <source>The plant took it back, or moved it.</source>
        <translation>La planta la retiró o la trasladó.</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>Falta la razón.</translation>
    </message>
    <message>
        <source>The record of this check is not here.</source>
        <translation>El registro de esta revisión no está aquí.</translation>
    </message>
    <message>
        <source>The report has no words yet.</source>
        <translation>El aviso aún no tiene palabras.</translation>
    </message>
    <message>
        <source>The rework has no step.</source>
        <translation>El retrabajo no tiene pasos.</translation>
    </message>
    <message>
        <source>The scan changed nothing.</source>
        <translation>La lectura no cambió nada.</translation>
    </message>
    <message>
        <source>The scan has no end.</source>
        <translation>La lectura no tiene final.</translation>
    </message>
    <message>
        <source>The scanner sent {count} characters, then nothing. Nothing was taken.</source>
        <translation>El lector envió {count} caracteres y nada más. No se tomó nada.</translation>
    </message>
    <message>
        <source>The scanner types as {scanner}, this PC reads as {pc}. Nothing was taken.</source>
        <translation>El lector escribe como {scanner}, este PC lee como {pc}. No se tomó nada.</translation>
    </message>
    <message>
        <source>The scanner’s keyboard layout seems to differ.</source>
        <translation>El teclado del lector parece distinto.</translation>
    </message>
    <message>
        <source>The screen had just changed.</source>
        <translation>La pantalla acababa de cambiar.</translation>
    </message>
    <message>
        <source>The server answers, but confirms nothing.</source>
        <translation>El servidor responde, pero no confirma nada.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>No se llega al servidor.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>El servidor está ocupado.</translation>
    </message>
    <message>
        <source>The server is older than this station.</source>
        <translation>El servidor es más antiguo que esta estación.</translation>
    </message>
    <message>
        <source>The server refuses this station.</source>
        <translation>El servidor rechaza esta estación.</translation>
    </message>
    <message>
        <source>The server takes no more records under this enrolment.</source>
        <translation>El servidor no admite más con este registro de estación.</translation>
    </message>
    <message>
        <source>The server’s certificate is not valid.</source>
        <translation>El certificado del servidor no es válido.</translation>
    </message>
    <message>
        <source>The setting was not saved.</source>
        <translation>El ajuste no se guardó.</translation>
    </message>
    <message>
        <source>The station answered “{code}”.</source>
        <translation>La estación respondió «{code}».</translation>
    </message>
    <message>
        <source>The station does not read compressed GS1 links. Nothing was recorded.</source>
        <translation>La estación no lee enlaces GS1 comprimidos. No se registró nada.</translation>
    </message>
    <message>
        <source>The station finds its order and the right instructions.</source>
        <translation>La estación halla su orden y las instrucciones.</translation>
    </message>
    <message>
        <source>The station goes on while this is done.</source>
        <translation>La estación sigue mientras se hace esto.</translation>
    </message>
    <message>
        <source>The station lists its newest stops. Nothing was changed.</source>
        <translation>La estación lista sus últimas paradas. No se cambió nada.</translation>
    </message>
    <message>
        <source>The station opens its records.</source>
        <translation>La estación abre sus registros.</translation>
    </message>
    <message>
        <source>The station starts.</source>
        <translation>La estación arranca.</translation>
    </message>
    <message>
        <source>The stick is gone.</source>
        <translation>La memoria USB no está.</translation>
    </message>
    <message>
        <source>The stop was shorter.</source>
        <translation>La parada fue más corta.</translation>
    </message>
    <message>
        <source>The system says: {reason}. The handover itself is not touched.</source>
        <translation>El sistema dice: {reason}. El relevo en sí no se ve afectado.</translation>
    </message>
    <message>
        <source>The team lead is called.</source>
        <translation>El jefe de equipo está avisado.</translation>
    </message>
    <message>
        <source>The team lead sees it with order, unit and step.</source>
        <translation>El jefe de equipo lo ve con orden, unidad y paso.</translation>
    </message>
    <message>
        <source>The test label is printed.</source>
        <translation>La etiqueta de prueba está impresa.</translation>
    </message>
    <message>
        <source>The tool is locked until you have seen this.</source>
        <translation>La herramienta queda bloqueada hasta que lo vea.</translation>
    </message>
    <message>
        <source>The tool is locked.</source>
        <translation>La herramienta está bloqueada.</translation>
    </message>
    <message>
        <source>The tool says the same torque again and again</source>
        <translation>La herramienta da siempre el mismo par</translation>
    </message>
    <message>
        <source>The tool was not released for it. It is kept; do this place again.</source>
        <translation>La herramienta no estaba liberada. Se guarda; repetir este punto.</translation>
    </message>
    <message>
        <source>The tool was not released for it. Whose is it?</source>
        <translation>La herramienta no estaba liberada para él. ¿De quién es?</translation>
    </message>
    <message>
        <source>The value came.</source>
        <translation>El valor llegó.</translation>
    </message>
    <message>
        <source>The values are not stable enough yet.</source>
        <translation>Los valores aún no son bastante estables.</translation>
    </message>
    <message>
        <source>The work goes on. It is recorded, and quality will look at it.</source>
        <translation>El trabajo sigue. Queda registrado y calidad lo verá.</translation>
    </message>
    <message>
        <source>Then a second person signs: “{meaning}”</source>
        <translation>Después firma otra persona: «{meaning}»</translation>
    </message>
    <message>
        <source>Then say so in the list.</source>
        <translation>Después avisar en la lista.</translation>
    </message>
    <message>
        <source>Then say so: tap “Open defects”.</source>
        <translation>Después avisar: tocar «Defectos abiertos».</translation>
    </message>
    <message>
        <source>Then scan the label of the box.</source>
        <translation>Después escanear la etiqueta de la caja.</translation>
    </message>
    <message>
        <source>There is no label printer here.</source>
        <translation>Aquí no hay impresora de etiquetas.</translation>
    </message>
    <message>
        <source>There is no order for this station.</source>
        <translation>No hay orden para esta estación.</translation>
    </message>
    <message>
        <source>There is no photo yet.</source>
        <translation>Aún no hay foto.</translation>
    </message>
    <message>
        <source>There is no picture here. Choose the place by its name.</source>
        <translation>Aquí no hay imagen. Elegir el lugar por su nombre.</translation>
    </message>
    <message>
        <source>There is no record. {owner}: {action}</source>
        <translation>No hay registro. {owner}: {action}</translation>
    </message>
    <message>
        <source>There is no such device.</source>
        <translation>No existe ese equipo.</translation>
    </message>
    <message>
        <source>There is no unit to label.</source>
        <translation>No hay unidad que etiquetar.</translation>
    </message>
    <message>
        <source>There is nothing on the picture.</source>
        <translation>No se ve nada en la imagen.</translation>
    </message>
    <message>
        <source>There is nothing to acknowledge.</source>
        <translation>No hay nada que aceptar.</translation>
    </message>
    <message>
        <source>There is nothing to decide about, or it was decided already.</source>
        <translation>No hay nada que decidir, o ya se decidió.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>No hay nada que repetir.</translation>
    </message>
    <message>
        <source>There is nothing to verify.</source>
        <translation>No hay nada que verificar.</translation>
    </message>
    <message>
        <source>These are too many.</source>
        <translation>Son demasiadas.</translation>
    </message>
    <message>
        <source>They can be done at any time.</source>
        <translation>Se pueden hacer en cualquier momento.</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>Este PC</translation>
    </message>
    <message>
        <source>This address cannot be used: {why}</source>
        <translation>Esta dirección no sirve: {why}</translation>
    </message>
    <message>
        <source>This badge is not known here.</source>
        <translation>Esta tarjeta no se conoce aquí.</translation>
    </message>
    <message>
        <source>This call is closed.</source>
        <translation>Esta llamada está cerrada.</translation>
    </message>
    <message>
        <source>This call of {station} is not yours.</source>
        <translation>Esta llamada de {station} no es para usted.</translation>
    </message>
    <message>
        <source>This cannot be changed here.</source>
        <translation>Esto no se puede cambiar aquí.</translation>
    </message>
    <message>
        <source>This cannot be stopped.</source>
        <translation>Esto no se puede parar.</translation>
    </message>
    <message>
        <source>This check goes on: {check}</source>
        <translation>Esta revisión sigue abierta: {check}</translation>
    </message>
    <message>
        <source>This check is for others.</source>
        <translation>Esta revisión es para otros.</translation>
    </message>
    <message>
        <source>This check is not due.</source>
        <translation>Esta revisión no toca ahora.</translation>
    </message>
    <message>
        <source>This check is not for this station.</source>
        <translation>Esta revisión no es para esta estación.</translation>
    </message>
    <message>
        <source>This check is not left out.</source>
        <translation>Esta revisión no se omite.</translation>
    </message>
    <message>
        <source>This check may not wait.</source>
        <translation>Esta revisión no puede esperar.</translation>
    </message>
    <message>
        <source>This code can be two things.</source>
        <translation>Este código puede ser dos cosas.</translation>
    </message>
    <message>
        <source>This code is not known here.</source>
        <translation>Este código no se conoce aquí.</translation>
    </message>
    <message>
        <source>This command is not known.</source>
        <translation>Este comando no se conoce.</translation>
    </message>
    <message>
        <source>This decision is not known.</source>
        <translation>No se conoce esta decisión.</translation>
    </message>
    <message>
        <source>This defect is not open.</source>
        <translation>Este defecto no está abierto.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>No funcionó.</translation>
    </message>
    <message>
        <source>This is another code.</source>
        <translation>Este es otro código.</translation>
    </message>
    <message>
        <source>This is confirmed with your badge.</source>
        <translation>Esto se confirma con su tarjeta.</translation>
    </message>
    <message>
        <source>This is going on already.</source>
        <translation>Esto ya está en marcha.</translation>
    </message>
    <message>
        <source>This is not a part label.</source>
        <translation>Esta no es una etiqueta de pieza.</translation>
    </message>
    <message>
        <source>This is not possible here.</source>
        <translation>Aquí no es posible.</translation>
    </message>
    <message>
        <source>This is somebody else.</source>
        <translation>Es otra persona.</translation>
    </message>
    <message>
        <source>This is the record of another station.</source>
        <translation>Este es el registro de otra estación.</translation>
    </message>
    <message>
        <source>This is the same person.</source>
        <translation>Es la misma persona.</translation>
    </message>
    <message>
        <source>This label cannot be read completely.</source>
        <translation>Esta etiqueta no se lee completa.</translation>
    </message>
    <message>
        <source>This label has no lot.</source>
        <translation>Esta etiqueta no tiene lote.</translation>
    </message>
    <message>
        <source>This label has no serial number.</source>
        <translation>Esta etiqueta no tiene número de serie.</translation>
    </message>
    <message>
        <source>This line changes when the station has kept it.</source>
        <translation>Esta línea cambia cuando la estación lo haya guardado.</translation>
    </message>
    <message>
        <source>This line is settled already.</source>
        <translation>Este punto ya está resuelto.</translation>
    </message>
    <message>
        <source>This link is compressed.</source>
        <translation>Este enlace está comprimido.</translation>
    </message>
    <message>
        <source>This needs your badge. It is your signature.</source>
        <translation>Requiere su tarjeta. Es su firma.</translation>
    </message>
    <message>
        <source>This part is in the bill.</source>
        <translation>Esta pieza está en la lista.</translation>
    </message>
    <message>
        <source>This photo must come from it. Maintenance adds it to the configuration.</source>
        <translation>Esta foto debe venir de ella. Mantenimiento la añade a la configuración.</translation>
    </message>
    <message>
        <source>This picture has not come down from the plant yet.</source>
        <translation>Esta imagen aún no ha llegado de la planta.</translation>
    </message>
    <message>
        <source>This place is not in this step.</source>
        <translation>Este punto no es de este paso.</translation>
    </message>
    <message>
        <source>This plant takes no typed number of the {component}.</source>
        <translation>Esta planta no admite un número tecleado: {component}.</translation>
    </message>
    <message>
        <source>This result waits no longer, or none was chosen.</source>
        <translation>Este resultado ya no espera, o no se eligió ninguno.</translation>
    </message>
    <message>
        <source>This screen has no button for it. The scan changed nothing.</source>
        <translation>Esta pantalla no tiene botón para él. La lectura no cambió nada.</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>Esta estación</translation>
    </message>
    <message>
        <source>This station has no checks.</source>
        <translation>Esta estación no tiene revisiones.</translation>
    </message>
    <message>
        <source>This station has not stopped of late.</source>
        <translation>Esta estación no ha parado últimamente.</translation>
    </message>
    <message>
        <source>This station is enrolled. For another server, enrol it again.</source>
        <translation>La estación está registrada. Para otro servidor, registrarla de nuevo.</translation>
    </message>
    <message>
        <source>This station is not enrolled at a server.</source>
        <translation>Esta estación no está registrada en un servidor.</translation>
    </message>
    <message>
        <source>This station knows none.</source>
        <translation>Esta estación no conoce ninguno.</translation>
    </message>
    <message>
        <source>This station’s history differs from the server’s.</source>
        <translation>El historial de la estación difiere del servidor.</translation>
    </message>
    <message>
        <source>This station’s program runs already.</source>
        <translation>El programa de esta estación ya está en marcha.</translation>
    </message>
    <message>
        <source>This station’s software is too old for its record.</source>
        <translation>El software de la estación es antiguo para su registro.</translation>
    </message>
    <message>
        <source>This station’s software is too old for its server.</source>
        <translation>El software de la estación es antiguo para su servidor.</translation>
    </message>
    <message>
        <source>This step asks for no photo.</source>
        <translation>Este paso no pide foto.</translation>
    </message>
    <message>
        <source>This step by its alternative</source>
        <translation>Este paso con su alternativa</translation>
    </message>
    <message>
        <source>This step cannot be left out.</source>
        <translation>Este paso no se puede omitir.</translation>
    </message>
    <message>
        <source>This step has a failed result.</source>
        <translation>Este paso tiene un resultado fallido.</translation>
    </message>
    <message>
        <source>This step is not done yet.</source>
        <translation>Este paso aún no está hecho.</translation>
    </message>
    <message>
        <source>This step is over.</source>
        <translation>Este paso ya pasó.</translation>
    </message>
    <message>
        <source>This step needs the {component}.</source>
        <translation>Este paso necesita: {component}.</translation>
    </message>
    <message>
        <source>This stop has a reason already.</source>
        <translation>Esta parada ya tiene razón.</translation>
    </message>
    <message>
        <source>This stop is corrected by others.</source>
        <translation>Esta parada la corrigen otros.</translation>
    </message>
    <message>
        <source>This stop is not listed here.</source>
        <translation>Esta parada no figura aquí.</translation>
    </message>
    <message>
        <source>This unit only</source>
        <translation>Solo esta unidad</translation>
    </message>
    <message>
        <source>This value is not possible.</source>
        <translation>Este valor no es posible.</translation>
    </message>
    <message>
        <source>This value must come from it. Maintenance adds it to the configuration.</source>
        <translation>Este valor debe venir de él. Mantenimiento lo añade a la configuración.</translation>
    </message>
    <message>
        <source>This value must come from the gauge.</source>
        <translation>Este valor debe venir del medidor.</translation>
    </message>
    <message>
        <source>This value must come from the gauge. Check cable and power; it keeps trying.</source>
        <translation>El valor debe venir del medidor. Revisar cable y corriente; sigue intentándolo.</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Rosca</translation>
    </message>
    <message>
        <source>Thread dirty</source>
        <translation>Rosca sucia</translation>
    </message>
    <message>
        <source>Tick each line, then take over.</source>
        <translation>Marcar cada línea y tomar el relevo.</translation>
    </message>
    <message>
        <source>Tick when seen</source>
        <translation>Marcar lo visto</translation>
    </message>
    <message>
        <source>Tightening</source>
        <translation>Apriete</translation>
    </message>
    <message>
        <source>Tiles and lists: choice {number}, in reading order.</source>
        <translation>Mosaicos y listas: opción {number}, en orden de lectura.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>To be done: {count}</source>
        <translation>Por hacer: {count}</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>To decide: {count}</source>
        <translation>Por decidir: {count}</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>To look at only. A technician may change them.</source>
        <translation>Solo para mirar. Un técnico puede cambiarlo.</translation>
    </message>
    <message>
        <source>To look at only. Ask {who}.</source>
        <translation>Solo para mirar. Preguntar a {who}.</translation>
    </message>
    <message>
        <source>To the signatures</source>
        <translation>A las firmas</translation>
    </message>
    <message>
        <source>To try it</source>
        <translation>Para probarlo</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>Por verificar</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>Mañana {time}</translation>
    </message>
    <message>
        <source>Tones for OK, NOK and attention</source>
        <translation>Tonos para OK, NOK y atención</translation>
    </message>
    <message>
        <source>Too few cases · last {time}</source>
        <translation>Pocos casos · último {time}</translation>
    </message>
    <message>
        <source>Too many failed tries.</source>
        <translation>Demasiados intentos fallidos.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Demasiados PIN incorrectos.</translation>
    </message>
    <message>
        <source>Too rare</source>
        <translation>Muy raro</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
    <message>
        <source>Tool broken</source>
        <translation>Herramienta rota</translation>
    </message>
    <message>
        <source>Tool locked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>Tool lost</source>
        <translation>Perdida</translation>
    </message>
    <message>
        <source>Tool not available</source>
        <translation>Sin herramienta</translation>
    </message>
    <message>
        <source>Tool not locked</source>
        <translation>Sin bloqueo</translation>
    </message>
    <message>
        <source>Tool or gauge not there</source>
        <translation>Falta herramienta o medidor</translation>
    </message>
    <message>
        <source>Tool ready</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Tool released</source>
        <translation>Herramienta liberada</translation>
    </message>
    <message>
        <source>Tool replaced: {name}</source>
        <translation>Herramienta sustituida: {name}</translation>
    </message>
    <message>
        <source>Tool {name}</source>
        <translation>Herramienta {name}</translation>
    </message>
    <message>
        <source>Tool {tool} is not set up here.</source>
        <translation>La herramienta {tool} no está configurada aquí.</translation>
    </message>
    <message>
        <source>Tool {tool} was locked.</source>
        <translation>La herramienta {tool} se bloqueó.</translation>
    </message>
    <message>
        <source>Torque</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Torque over angle</source>
        <translation>Par sobre ángulo</translation>
    </message>
    <message>
        <source>Torque tool</source>
        <translation>Atornillador</translation>
    </message>
    <message>
        <source>Train others</source>
        <translation>Formar a otros</translation>
    </message>
    <message>
        <source>Trained by {name}</source>
        <translation>Formador {name}</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Formador</translation>
    </message>
    <message>
        <source>Trainer signs</source>
        <translation>Firma el formador</translation>
    </message>
    <message>
        <source>Trainer: scan your badge</source>
        <translation>Formador: escanear su tarjeta</translation>
    </message>
    <message>
        <source>Trainers here</source>
        <translation>Formadores aquí</translation>
    </message>
    <message>
        <source>Training ended</source>
        <translation>Formación acabada</translation>
    </message>
    <message>
        <source>Training started</source>
        <translation>Formación empezada</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try again, or scan your badge.</source>
        <translation>Reintentar o escanear su tarjeta.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Try the gate as it says above.</source>
        <translation>Probar el control como dice arriba.</translation>
    </message>
    <message>
        <source>Try {number} of {total}. {more}</source>
        <translation>Intento {number} de {total}. {more}</translation>
    </message>
    <message>
        <source>Two code patterns of the plant read it differently. Nothing was recorded.</source>
        <translation>Dos patrones de código de la planta lo leen distinto. No se registró nada.</translation>
    </message>
    <message>
        <source>Type label</source>
        <translation>Teclear etiqueta</translation>
    </message>
    <message>
        <source>Type the address</source>
        <translation>Teclear la dirección</translation>
    </message>
    <message>
        <source>Type the value</source>
        <translation>Teclear el valor</translation>
    </message>
    <message>
        <source>Typed values end alike</source>
        <translation>Valores tecleados terminan igual</translation>
    </message>
    <message>
        <source>Typed, it proves nothing: the record says so.</source>
        <translation>Tecleado no prueba nada: así consta en el registro.</translation>
    </message>
    <message>
        <source>Typed, not measured: {where}</source>
        <translation>Tecleado, no medido: {where}</translation>
    </message>
    <message>
        <source>USB stick {name}</source>
        <translation>Memoria USB {name}</translation>
    </message>
    <message>
        <source>Unassigned results: {count}</source>
        <translation>Resultados sin asignar: {count}</translation>
    </message>
    <message>
        <source>Uncover the lens of {device}, or switch the light on. Then try again.</source>
        <translation>Destapar {device} o encender la luz y reintentar.</translation>
    </message>
    <message>
        <source>Undo scan</source>
        <translation>Anular lectura</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Unit done</source>
        <translation>Unidad hecha</translation>
    </message>
    <message>
        <source>Unit left</source>
        <translation>Unidad dejada</translation>
    </message>
    <message>
        <source>Unit on hold</source>
        <translation>Unidad bloqueada</translation>
    </message>
    <message>
        <source>Unit started</source>
        <translation>Unidad empezada</translation>
    </message>
    <message>
        <source>Unit taken up again</source>
        <translation>Unidad retomada</translation>
    </message>
    <message>
        <source>Unit {open} is in work now, and not {serial}.</source>
        <translation>Ahora está en trabajo la unidad {open}, no {serial}.</translation>
    </message>
    <message>
        <source>Unit {serial}</source>
        <translation>Unidad {serial}</translation>
    </message>
    <message>
        <source>Unit {serial} and its tool stay locked until a person ends it.</source>
        <translation>La unidad {serial} y su herramienta quedan bloqueadas hasta que alguien lo acabe.</translation>
    </message>
    <message>
        <source>Unit {serial} belongs to no order here.</source>
        <translation>La unidad {serial} no es de ninguna orden de aquí.</translation>
    </message>
    <message>
        <source>Unit {serial} belongs to order {order}.</source>
        <translation>La unidad {serial} es de la orden {order}.</translation>
    </message>
    <message>
        <source>Unit {serial} cannot start without a released order.</source>
        <translation>La unidad {serial} no puede empezar sin orden liberada.</translation>
    </message>
    <message>
        <source>Unit {serial} does not take this result.</source>
        <translation>La unidad {serial} no toma este resultado.</translation>
    </message>
    <message>
        <source>Unit {serial} goes back.</source>
        <translation>La unidad {serial} se devuelve.</translation>
    </message>
    <message>
        <source>Unit {serial} has no {place}.</source>
        <translation>La unidad {serial} no tiene: {place}.</translation>
    </message>
    <message>
        <source>Unit {serial} has open defects.</source>
        <translation>La unidad {serial} tiene defectos abiertos.</translation>
    </message>
    <message>
        <source>Unit {serial} has something that was not conceded.</source>
        <translation>La unidad {serial} tiene algo no concedido.</translation>
    </message>
    <message>
        <source>Unit {serial} is at {station}, step {number}: {step}.</source>
        <translation>La unidad {serial} está en {station}, paso {number}: {step}.</translation>
    </message>
    <message>
        <source>Unit {serial} is finished already.</source>
        <translation>La unidad {serial} ya está terminada.</translation>
    </message>
    <message>
        <source>Unit {serial} is finished.</source>
        <translation>La unidad {serial} está terminada.</translation>
    </message>
    <message>
        <source>Unit {serial} is not held.</source>
        <translation>La unidad {serial} no está bloqueada.</translation>
    </message>
    <message>
        <source>Unit {serial} is not of order {order}.</source>
        <translation>La unidad {serial} no es de la orden {order}.</translation>
    </message>
    <message>
        <source>Unit {serial} is not ready for this order.</source>
        <translation>La unidad {serial} no está lista para esta orden.</translation>
    </message>
    <message>
        <source>Unit {serial} is number {number} of {of}. It is marked in its record.</source>
        <translation>La unidad {serial} es la {number} de {of}. Consta en su registro.</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold at {station}.</source>
        <translation>La unidad {serial} está bloqueada en {station}.</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold.</source>
        <translation>La unidad {serial} está bloqueada.</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold: not provable.</source>
        <translation>Unidad {serial} bloqueada: no demostrable.</translation>
    </message>
    <message>
        <source>Unit {serial} is open at another station.</source>
        <translation>La unidad {serial} está abierta en otra estación.</translation>
    </message>
    <message>
        <source>Unit {serial} is scrapped.</source>
        <translation>La unidad {serial} es chatarra.</translation>
    </message>
    <message>
        <source>Unit {serial} stands at step {number}: {step}.</source>
        <translation>La unidad {serial} está en el paso {number}: {step}.</translation>
    </message>
    <message>
        <source>Unit {serial} stays locked until a person ends it.</source>
        <translation>La unidad {serial} queda bloqueada hasta que alguien lo acabe.</translation>
    </message>
    <message>
        <source>Unit {serial} waits, exactly as it was left.</source>
        <translation>La unidad {serial} espera tal como se dejó.</translation>
    </message>
    <message>
        <source>Unit {serial} was finished at {station}.</source>
        <translation>La unidad {serial} se terminó en {station}.</translation>
    </message>
    <message>
        <source>Unit {serial} was not begun here.</source>
        <translation>La unidad {serial} no se empezó aquí.</translation>
    </message>
    <message>
        <source>Unit {serial} · order {order}</source>
        <translation>Unidad {serial} · orden {order}</translation>
    </message>
    <message>
        <source>Unit {serial}, in work</source>
        <translation>Unidad {serial}, en curso</translation>
    </message>
    <message>
        <source>Unit {serial}: what becomes of it?</source>
        <translation>Unidad {serial}: ¿qué se hace con ella?</translation>
    </message>
    <message>
        <source>Units done of {argument}</source>
        <translation>Unidades hechas de {argument}</translation>
    </message>
    <message>
        <source>Units left: {count} · until {time}</source>
        <translation>Unidades restantes: {count} · hasta {time}</translation>
    </message>
    <message>
        <source>Units on hold</source>
        <translation>Unidades bloqueadas</translation>
    </message>
    <message>
        <source>Units that wait for proof or a decision</source>
        <translation>Unidades a la espera de prueba o decisión</translation>
    </message>
    <message>
        <source>Unlike the curves of OK results</source>
        <translation>Distinta de las curvas de resultados OK</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it in again, then try again.</source>
        <translation>Desenchufar la cámara, enchufarla y reintentar.</translation>
    </message>
    <message>
        <source>Unusual curve</source>
        <translation>Curva inusual</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Use alternative</source>
        <translation>Usar alternativa</translation>
    </message>
    <message>
        <source>Use an alternative</source>
        <translation>Usar alternativa</translation>
    </message>
    <message>
        <source>Use as is</source>
        <translation>Usar tal cual</translation>
    </message>
    <message>
        <source>Use as is: what allows it?</source>
        <translation>Usar tal cual: ¿qué lo permite?</translation>
    </message>
    <message>
        <source>Use as it is</source>
        <translation>Usar tal cual</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>Usar en su lugar</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Usar la foto</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Values drift</source>
        <translation>Deriva de valores</translation>
    </message>
    <message>
        <source>Values still needed: {count}</source>
        <translation>Valores que faltan: {count}</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Version of this station</source>
        <translation>Versión de esta estación</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Esperar un momento y reintentar.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Esperar un momento.</translation>
    </message>
    <message>
        <source>Wait for unit {first}.</source>
        <translation>Esperar la unidad {first}.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it.</source>
        <translation>Esperar a que acabe, o pararlo.</translation>
    </message>
    <message>
        <source>Wait until the station is synced, then scan again.</source>
        <translation>Esperar a que la estación esté al día y escanear otra vez.</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds, or scan your badge.</source>
        <translation>Esperar {seconds} segundos o escanear su tarjeta.</translation>
    </message>
    <message>
        <source>Waited for quality</source>
        <translation>Esperando a calidad</translation>
    </message>
    <message>
        <source>Waited for the line</source>
        <translation>Esperando a la línea</translation>
    </message>
    <message>
        <source>Waiting for device</source>
        <translation>Esperando equipo</translation>
    </message>
    <message>
        <source>Waiting for the gauge</source>
        <translation>Esperando medidor</translation>
    </message>
    <message>
        <source>Waiting for the machine</source>
        <translation>Esperando máquina</translation>
    </message>
    <message>
        <source>Waiting for the tool</source>
        <translation>Esperando herramienta</translation>
    </message>
    <message>
        <source>Waiting for {place}</source>
        <translation>Esperando {place}</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Concesión</translation>
    </message>
    <message>
        <source>Was it on this unit? Check that place, or press Problem.</source>
        <translation>¿Fue en esta unidad? Revisar ese punto o pulsar Problema.</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>En seguimiento</translation>
    </message>
    <message>
        <source>Watched: {response}</source>
        <translation>En seguimiento: {response}</translation>
    </message>
    <message>
        <source>We run again</source>
        <translation>Ya funciona</translation>
    </message>
    <message>
        <source>What became of it? {step}</source>
        <translation>¿En qué quedó? {step}</translation>
    </message>
    <message>
        <source>What can I do here?</source>
        <translation>¿Qué puedo hacer aquí?</translation>
    </message>
    <message>
        <source>What do you do?</source>
        <translation>¿Qué hace usted?</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>¿Qué quiere saber?</translation>
    </message>
    <message>
        <source>What does it undo?</source>
        <translation>¿Qué deshace?</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>¿Qué es?</translation>
    </message>
    <message>
        <source>What is loosened is to do again. What was recorded stays.</source>
        <translation>Lo aflojado se repite. Lo registrado queda.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Qué falta</translation>
    </message>
    <message>
        <source>What is not OK? {step}</source>
        <translation>¿Qué no está OK? {step}</translation>
    </message>
    <message>
        <source>What is not safe?</source>
        <translation>¿Qué no es seguro?</translation>
    </message>
    <message>
        <source>What is recorded cannot be taken back.</source>
        <translation>Lo registrado no se puede retirar.</translation>
    </message>
    <message>
        <source>What is the problem?</source>
        <translation>¿Cuál es el problema?</translation>
    </message>
    <message>
        <source>What is to be done on the unit?</source>
        <translation>¿Qué hay que hacer en la unidad?</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>¿Qué hay que hacer?</translation>
    </message>
    <message>
        <source>What is wrong with it?</source>
        <translation>¿Qué le pasa?</translation>
    </message>
    <message>
        <source>What is wrong with the instruction?</source>
        <translation>¿Qué está mal en la instrucción?</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>¿Qué está mal?</translation>
    </message>
    <message>
        <source>What kind of defect is it?</source>
        <translation>¿Qué tipo de defecto es?</translation>
    </message>
    <message>
        <source>What limited you</source>
        <translation>Qué le limitó</translation>
    </message>
    <message>
        <source>What made it safe?</source>
        <translation>¿Qué lo hizo seguro?</translation>
    </message>
    <message>
        <source>What should the next shift know?</source>
        <translation>¿Qué debe saber el próximo turno?</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>What unit {serial} lacks belongs to none of its steps here.</source>
        <translation>Lo que falta a la unidad {serial} no es de ningún paso de aquí.</translation>
    </message>
    <message>
        <source>What waits to be sent cannot be read.</source>
        <translation>No se puede leer lo que espera envío.</translation>
    </message>
    <message>
        <source>What was done before</source>
        <translation>Qué se hizo antes</translation>
    </message>
    <message>
        <source>What was it for the first {minutes} min?</source>
        <translation>¿Qué fue los primeros {minutes} min?</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>¿Qué fue?</translation>
    </message>
    <message>
        <source>What was recorded stays, beside the new one.</source>
        <translation>Lo registrado se queda, junto a lo nuevo.</translation>
    </message>
    <message>
        <source>What you accept</source>
        <translation>Qué acepta</translation>
    </message>
    <message>
        <source>What you take out stays on record.</source>
        <translation>Lo que saca queda registrado.</translation>
    </message>
    <message>
        <source>When you sign in, your own language is shown.</source>
        <translation>Al entrar se muestra su propio idioma.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Where OPC UA clients read our state</source>
        <translation>Donde los clientes OPC UA leen el estado</translation>
    </message>
    <message>
        <source>Where does this number come from?</source>
        <translation>¿De dónde viene este número?</translation>
    </message>
    <message>
        <source>Where from?</source>
        <translation>¿De dónde?</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>¿Dónde está?</translation>
    </message>
    <message>
        <source>Which lot is it? {component}</source>
        <translation>¿Qué lote es? {component}</translation>
    </message>
    <message>
        <source>Which part number is it? {component}</source>
        <translation>¿Qué número de pieza es? {component}</translation>
    </message>
    <message>
        <source>Which serial number is it? {component}</source>
        <translation>¿Qué número de serie es? {component}</translation>
    </message>
    <message>
        <source>Which unit is on the fixture?</source>
        <translation>¿Qué unidad está en el útil?</translation>
    </message>
    <message>
        <source>Who builds a product</source>
        <translation>Quien monta un producto</translation>
    </message>
    <message>
        <source>Who fits a part</source>
        <translation>Quien monta una pieza</translation>
    </message>
    <message>
        <source>Who has a skill</source>
        <translation>Con una formación</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>¿Para quién es?</translation>
    </message>
    <message>
        <source>Who works here now</source>
        <translation>Quién trabaja aquí ahora</translation>
    </message>
    <message>
        <source>Who works on an order</source>
        <translation>Quien está en una orden</translation>
    </message>
    <message>
        <source>Whoever takes over has to have seen each open thing.</source>
        <translation>Quien toma el relevo debe haber visto cada cosa abierta.</translation>
    </message>
    <message>
        <source>Why blocked?</source>
        <translation>¿Por qué bloqueado?</translation>
    </message>
    <message>
        <source>Why did the station stop?</source>
        <translation>¿Por qué paró la estación?</translation>
    </message>
    <message>
        <source>Why do you change this? {setting}</source>
        <translation>¿Por qué cambia esto? {setting}</translation>
    </message>
    <message>
        <source>Why does it come out? {name}</source>
        <translation>¿Por qué se saca? {name}</translation>
    </message>
    <message>
        <source>Why is SN {serial} accepted without proof?</source>
        <translation>¿Por qué se acepta NS {serial} sin prueba?</translation>
    </message>
    <message>
        <source>Why is a part added?</source>
        <translation>¿Por qué se añade una pieza?</translation>
    </message>
    <message>
        <source>Why is it left out? {step}</source>
        <translation>¿Por qué se omite? {step}</translation>
    </message>
    <message>
        <source>Why is it put off? {step}</source>
        <translation>¿Por qué se aplaza? {step}</translation>
    </message>
    <message>
        <source>Why is it reworked?</source>
        <translation>¿Por qué se retrabaja?</translation>
    </message>
    <message>
        <source>Why is the gate bypassed?</source>
        <translation>¿Por qué se puentea el control?</translation>
    </message>
    <message>
        <source>Why is this blocked?</source>
        <translation>¿Por qué está bloqueado?</translation>
    </message>
    <message>
        <source>Why, and at what price</source>
        <translation>Por qué, y a qué precio</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>With a trainer you can work all the same.</source>
        <translation>Con formador puede trabajar igual.</translation>
    </message>
    <message>
        <source>With {names}</source>
        <translation>Con {names}</translation>
    </message>
    <message>
        <source>Without a photo</source>
        <translation>Sin foto</translation>
    </message>
    <message>
        <source>Without a reason nothing was recorded.</source>
        <translation>Sin razón no se registró nada.</translation>
    </message>
    <message>
        <source>Work goes on without the server. All records are kept safe.</source>
        <translation>El trabajo sigue sin servidor. Todo queda a salvo.</translation>
    </message>
    <message>
        <source>Work needs {device} now.</source>
        <translation>El trabajo necesita {device} ahora.</translation>
    </message>
    <message>
        <source>Work with a trainer: press Trainer signs.</source>
        <translation>Trabajar con formador: pulsar Firma el formador.</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Works without it</source>
        <translation>Funciona sin él</translation>
    </message>
    <message>
        <source>Worn bit</source>
        <translation>Punta gastada</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir mensaje</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>Escribir aquí</translation>
    </message>
    <message>
        <source>Write to the stations</source>
        <translation>Escribir a las estaciones</translation>
    </message>
    <message>
        <source>Wrong part</source>
        <translation>Pieza errónea</translation>
    </message>
    <message>
        <source>Wrong part fitted</source>
        <translation>Pieza errónea montada</translation>
    </message>
    <message>
        <source>Wrong part in it</source>
        <translation>Otra pieza dentro</translation>
    </message>
    <message>
        <source>Wrong scan</source>
        <translation>Lectura errónea</translation>
    </message>
    <message>
        <source>Wrong screw</source>
        <translation>Tornillo erróneo</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>You answer for the work of {name}.</source>
        <translation>Usted responde del trabajo de {name}.</translation>
    </message>
    <message>
        <source>You can go back to work. This goes on by itself.</source>
        <translation>Puede volver al trabajo. Esto sigue solo.</translation>
    </message>
    <message>
        <source>You chose {order}, and it lists its units.</source>
        <translation>Se eligió {order}, y nombra sus unidades.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Esto no le está permitido.</translation>
    </message>
    <message>
        <source>You may not leave this step out.</source>
        <translation>No puede omitir este paso.</translation>
    </message>
    <message>
        <source>You may not work here.</source>
        <translation>Aquí no puede trabajar.</translation>
    </message>
    <message>
        <source>You said {count}. In it: {fitted}.</source>
        <translation>Indicó {count}. Dentro: {fitted}.</translation>
    </message>
    <message>
        <source>You said {count}. Still missing of the {component}: {missing}.</source>
        <translation>Indicó {count}. Faltan de {component}: {missing}.</translation>
    </message>
    <message>
        <source>You scanned</source>
        <translation>Se escaneó</translation>
    </message>
    <message>
        <source>You scanned before you could read it. The scan changed nothing.</source>
        <translation>Se escaneó antes de poder leerla. La lectura no cambió nada.</translation>
    </message>
    <message>
        <source>You scanned its label, but unit {open} is open here.</source>
        <translation>Se escaneó su etiqueta, pero aquí está abierta {open}.</translation>
    </message>
    <message>
        <source>You scanned {serial}, but {open} is still open here.</source>
        <translation>Se escaneó {serial}, pero {open} sigue abierta aquí.</translation>
    </message>
    <message>
        <source>You sign what {name} did.</source>
        <translation>Usted firma lo que hizo {name}.</translation>
    </message>
    <message>
        <source>You sign: “{meaning}”</source>
        <translation>Usted firma: «{meaning}»</translation>
    </message>
    <message>
        <source>You were here until {time}.</source>
        <translation>Estuvo aquí hasta {time}.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>Your answer helps the next time.</source>
        <translation>Su respuesta ayuda la próxima vez.</translation>
    </message>
    <message>
        <source>Your answer is recorded with your name.</source>
        <translation>Su respuesta se registra con su nombre.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Su número</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Su turno</translation>
    </message>
    <message>
        <source>Your words stay in the record of the unit.</source>
        <translation>Sus palabras quedan en el registro de la unidad.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>angle from snug</source>
        <translation>ángulo desde asiento</translation>
    </message>
    <message>
        <source>angle too large</source>
        <translation>ángulo grande</translation>
    </message>
    <message>
        <source>angle too small</source>
        <translation>ángulo pequeño</translation>
    </message>
    <message>
        <source>as the server’s</source>
        <translation>como el servidor</translation>
    </message>
    <message>
        <source>at {place}</source>
        <translation>en {place}</translation>
    </message>
    <message>
        <source>at {station}</source>
        <translation>en {station}</translation>
    </message>
    <message>
        <source>beyond the limits</source>
        <translation>fuera de los límites</translation>
    </message>
    <message>
        <source>bronze</source>
        <translation>bronce</translation>
    </message>
    <message>
        <source>check what replaced the step</source>
        <translation>revisar lo que sustituyó al paso</translation>
    </message>
    <message>
        <source>contradicts another decision</source>
        <translation>contradice otra decisión</translation>
    </message>
    <message>
        <source>decide about it</source>
        <translation>decidir sobre ello</translation>
    </message>
    <message>
        <source>decide about the defect</source>
        <translation>decidir sobre el defecto</translation>
    </message>
    <message>
        <source>expires {date}</source>
        <translation>caduca {date}</translation>
    </message>
    <message>
        <source>final torque</source>
        <translation>par final</translation>
    </message>
    <message>
        <source>for {age}</source>
        <translation>hace {age}</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>medidor</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>oro</translation>
    </message>
    <message>
        <source>have it measured with a valid gauge</source>
        <translation>hacerlo medir con un medidor válido</translation>
    </message>
    <message>
        <source>have it scanned or measured, not typed</source>
        <translation>hacerlo escanear o medir, no teclear</translation>
    </message>
    <message>
        <source>have the part scanned</source>
        <translation>hacer escanear la pieza</translation>
    </message>
    <message>
        <source>have the photo taken</source>
        <translation>hacer tomar la foto</translation>
    </message>
    <message>
        <source>have the step done again</source>
        <translation>hacer repetir el paso</translation>
    </message>
    <message>
        <source>have the step signed</source>
        <translation>hacer firmar el paso</translation>
    </message>
    <message>
        <source>heard {age} ago</source>
        <translation>oído hace {age}</translation>
    </message>
    <message>
        <source>held in {count} of {total}</source>
        <translation>eficaz en {count} de {total}</translation>
    </message>
    <message>
        <source>highest torque</source>
        <translation>par máximo</translation>
    </message>
    <message>
        <source>highest torque of program step {step}</source>
        <translation>par máximo del paso {step} del programa</translation>
    </message>
    <message>
        <source>it goes on there; here it is begun anew</source>
        <translation>sigue allí; aquí se empieza de nuevo</translation>
    </message>
    <message>
        <source>jumps of torque</source>
        <translation>saltos de par</translation>
    </message>
    <message>
        <source>last answer {time}</source>
        <translation>última respuesta {time}</translation>
    </message>
    <message>
        <source>last value {time}</source>
        <translation>último valor {time}</translation>
    </message>
    <message>
        <source>last: {time}</source>
        <translation>última: {time}</translation>
    </message>
    <message>
        <source>loosened</source>
        <translation>aflojado</translation>
    </message>
    <message>
        <source>lot {lot}</source>
        <translation>lote {lot}</translation>
    </message>
    <message>
        <source>no angle value</source>
        <translation>sin valor de ángulo</translation>
    </message>
    <message>
        <source>no torque value</source>
        <translation>sin valor de par</translation>
    </message>
    <message>
        <source>no unit is begun until it is settled</source>
        <translation>sin resolverlo no se empieza ninguna unidad</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>sin valor</translation>
    </message>
    <message>
        <source>not OK</source>
        <translation>no OK</translation>
    </message>
    <message>
        <source>not done here yet</source>
        <translation>aún no hecha aquí</translation>
    </message>
    <message>
        <source>not needed for a long time</source>
        <translation>sin uso desde hace tiempo</translation>
    </message>
    <message>
        <source>not provable</source>
        <translation>no demostrables</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>nothing was decided</source>
        <translation>sin decisión</translation>
    </message>
    <message>
        <source>outcome not known</source>
        <translation>resultado desconocido</translation>
    </message>
    <message>
        <source>overdue since {time}</source>
        <translation>atrasada desde {time}</translation>
    </message>
    <message>
        <source>overdue since {time}; no unit is begun before</source>
        <translation>atrasada desde {time}; antes no se empieza ninguna unidad</translation>
    </message>
    <message>
        <source>platinum</source>
        <translation>platino</translation>
    </message>
    <message>
        <source>proposed as scrap</source>
        <translation>propuestas como chatarra</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>registrado</translation>
    </message>
    <message>
        <source>reworked</source>
        <translation>retrabajadas</translation>
    </message>
    <message>
        <source>same value again</source>
        <translation>mismo valor otra vez</translation>
    </message>
    <message>
        <source>silver</source>
        <translation>plata</translation>
    </message>
    <message>
        <source>since {from}, {minutes} min</source>
        <translation>desde {from}, {minutes} min</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>desde {time}</translation>
    </message>
    <message>
        <source>since {time} · {order}</source>
        <translation>desde {time} · {order}</translation>
    </message>
    <message>
        <source>since {time}, a repeat or {units} units end it</source>
        <translation>desde {time}, hasta repetirse o {units} unidades</translation>
    </message>
    <message>
        <source>slow shift</source>
        <translation>deriva lenta</translation>
    </message>
    <message>
        <source>spread too wide</source>
        <translation>dispersión excesiva</translation>
    </message>
    <message>
        <source>suspended by a person</source>
        <translation>suspendida por una persona</translation>
    </message>
    <message>
        <source>suspended: others help more often</source>
        <translation>suspendida: otras ayudan más</translation>
    </message>
    <message>
        <source>suspended: worse once is enough here</source>
        <translation>suspendida: aquí basta con empeorar una vez</translation>
    </message>
    <message>
        <source>to be done by {time}</source>
        <translation>plazo: {time}</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>demasiado alto</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>demasiado bajo</translation>
    </message>
    <message>
        <source>tool has other limits</source>
        <translation>otros límites en la herramienta</translation>
    </message>
    <message>
        <source>tool says not OK</source>
        <translation>la herramienta dice no OK</translation>
    </message>
    <message>
        <source>torque before snug</source>
        <translation>par antes del asiento</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>tecleado</translation>
    </message>
    <message>
        <source>until {time}, units left: {left}</source>
        <translation>hasta {time}, unidades restantes: {left}</translation>
    </message>
    <message>
        <source>values too far apart</source>
        <translation>valores muy distintos</translation>
    </message>
    <message>
        <source>whole angle</source>
        <translation>ángulo total</translation>
    </message>
    <message>
        <source>without a named place</source>
        <translation>sin lugar con nombre</translation>
    </message>
    <message>
        <source>work</source>
        <translation>trabajo</translation>
    </message>
    <message>
        <source>wrong program</source>
        <translation>programa erróneo</translation>
    </message>
    <message>
        <source>wrong unit</source>
        <translation>unidad de medida errónea</translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>hace {age}</translation>
    </message>
    <message>
        <source>{age} ahead of the server’s</source>
        <translation>{age} por delante del servidor</translation>
    </message>
    <message>
        <source>{age} behind the server’s</source>
        <translation>{age} por detrás del servidor</translation>
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
        <translation>{bypass} cubre otros pasos.</translation>
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
        <translation>Se hace entre dos unidades: {check}. No se registró nada.</translation>
    </message>
    <message>
        <source>{check} is done by: {roles}.</source>
        <translation>{check}: la hace {roles}.</translation>
    </message>
    <message>
        <source>{check} needs: {skills}.</source>
        <translation>{check} requiere: {skills}.</translation>
    </message>
    <message>
        <source>{check}: {line} is not OK. It is settled by: {who}.</source>
        <translation>{check}: {line} no está OK. Lo resuelve: {who}.</translation>
    </message>
    <message>
        <source>{count} GB free</source>
        <translation>{count} GB libres</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{count} devices</source>
        <translation>{count} equipos</translation>
    </message>
    <message>
        <source>{count} devices offline</source>
        <translation>{count} equipos sin conexión</translation>
    </message>
    <message>
        <source>{count} failed results were put right</source>
        <translation>Resultados fallidos corregidos: {count}</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} kept safe, oldest {age}</source>
        <translation>{count} a salvo, {age} el más antiguo</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} of the last {total} units with lot {lot} did this.</source>
        <translation>{count} de las últimas {total} unidades con el lote {lot} hicieron lo mismo.</translation>
    </message>
    <message>
        <source>{count} of {total} done</source>
        <translation>{count} de {total} hechos</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} imágenes</translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation>{count} piezas</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} puntos</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} still to look at</source>
        <translation>Faltan {count} por mirar</translation>
    </message>
    <message>
        <source>{count} tries, {limit} allowed</source>
        <translation>{count} intentos, {limit} permitidos</translation>
    </message>
    <message>
        <source>{count} wrong scans in a row. If no label can be right, report a problem.</source>
        <translation>{count} lecturas erróneas seguidas. Si ninguna etiqueta sirve, avisar de un problema.</translation>
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
        <translation>{device} no responde.</translation>
    </message>
    <message>
        <source>{device} gave no picture in time.</source>
        <translation>{device} no dio imagen a tiempo.</translation>
    </message>
    <message>
        <source>{device} gave no picture.</source>
        <translation>{device} no dio imagen.</translation>
    </message>
    <message>
        <source>{device} is not configured here.</source>
        <translation>{device} no está configurado aquí.</translation>
    </message>
    <message>
        <source>{device} is not plugged in.</source>
        <translation>{device} no está enchufada.</translation>
    </message>
    <message>
        <source>{device} is used by another program.</source>
        <translation>{device} está en uso por otro programa.</translation>
    </message>
    <message>
        <source>{device} made a result that nobody asked for.</source>
        <translation>{device} dio un resultado que nadie pidió.</translation>
    </message>
    <message>
        <source>{device} not locked</source>
        <translation>{device} sin bloquear</translation>
    </message>
    <message>
        <source>{device} offline</source>
        <translation>{device} sin conexión</translation>
    </message>
    <message>
        <source>{device} refused.</source>
        <translation>{device} lo rechazó.</translation>
    </message>
    <message>
        <source>{device} · {kind}</source>
        <translation>{device} · {kind}</translation>
    </message>
    <message>
        <source>{device}: calibrate in {age}</source>
        <translation>{device}: calibrar en {age}</translation>
    </message>
    <message>
        <source>{device}: calibrate today</source>
        <translation>{device}: calibrar hoy</translation>
    </message>
    <message>
        <source>{device}: calibration due soon.</source>
        <translation>{device}: calibración próxima.</translation>
    </message>
    <message>
        <source>{device}: calibration is over.</source>
        <translation>{device}: calibración vencida.</translation>
    </message>
    <message>
        <source>{device}: no connection.</source>
        <translation>{device}: sin conexión.</translation>
    </message>
    <message>
        <source>{device}: not calibrated</source>
        <translation>{device}: sin calibrar</translation>
    </message>
    <message>
        <source>{device}: {count} not asked for</source>
        <translation>{device}: {count} sin pedir</translation>
    </message>
    <message>
        <source>{device}: {words}.</source>
        <translation>{device}: {words}.</translation>
    </message>
    <message>
        <source>{disposition} is no way for a held unit.</source>
        <translation>{disposition} no vale para una unidad bloqueada.</translation>
    </message>
    <message>
        <source>{done} of {total}, for {age}</source>
        <translation>{done} de {total}, desde hace {age}</translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation>{first} a {last} de {total}</translation>
    </message>
    <message>
        <source>{first} · {count} more</source>
        <translation>{first} · {count} más</translation>
    </message>
    <message>
        <source>{first} · {next}</source>
        <translation>{first} · {next}</translation>
    </message>
    <message>
        <source>{first}, then {second}</source>
        <translation>{first}, luego {second}</translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation>{first}, {next}</translation>
    </message>
    <message>
        <source>{from} to {to}, {minutes} min</source>
        <translation>{from} a {to}, {minutes} min</translation>
    </message>
    <message>
        <source>{gate} · units: {count} · until {time}</source>
        <translation>{gate} · unidades: {count} · hasta {time}</translation>
    </message>
    <message>
        <source>{group}: what was it?</source>
        <translation>{group}: ¿qué fue?</translation>
    </message>
    <message>
        <source>{held} on hold: {reason}</source>
        <translation>{held} bloqueado: {reason}</translation>
    </message>
    <message>
        <source>{instruction} has changed</source>
        <translation>Ha cambiado: {instruction}</translation>
    </message>
    <message>
        <source>{line} · in common: {words}</source>
        <translation>{line} · en común: {words}</translation>
    </message>
    <message>
        <source>{line} · price: {price}</source>
        <translation>{line} · precio: {price}</translation>
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
        <translation>{machine} no responde.</translation>
    </message>
    <message>
        <source>{machine} refused.</source>
        <translation>{machine} lo rechazó.</translation>
    </message>
    <message>
        <source>{machine}: no connection.</source>
        <translation>{machine}: sin conexión.</translation>
    </message>
    <message>
        <source>{machine}: no part in the fixture</source>
        <translation>{machine}: no hay pieza en el útil</translation>
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
        <translation>{name} ya ha firmado.</translation>
    </message>
    <message>
        <source>{name} here after {time}</source>
        <translation>{name} aquí tras {time}</translation>
    </message>
    <message>
        <source>{name} is in training.</source>
        <translation>{name} está en formación.</translation>
    </message>
    <message>
        <source>{name} is not in this unit.</source>
        <translation>No está en esta unidad: {name}.</translation>
    </message>
    <message>
        <source>{name} is on hold: {hold}</source>
        <translation>{name} bloqueado: {hold}</translation>
    </message>
    <message>
        <source>{name} matters for safety.</source>
        <translation>Afecta a la seguridad: {name}.</translation>
    </message>
    <message>
        <source>{name} on the way after {time}</source>
        <translation>{name} en camino tras {time}</translation>
    </message>
    <message>
        <source>{name} signed this decision already. Somebody else signs now.</source>
        <translation>{name} ya firmó esta decisión. Ahora firma otra persona.</translation>
    </message>
    <message>
        <source>{name} · </source>
        <translation>{name} · </translation>
    </message>
    <message>
        <source>{name} · added: {why}</source>
        <translation>{name} · añadida: {why}</translation>
    </message>
    <message>
        <source>{name} · {code}</source>
        <translation>{name} · {code}</translation>
    </message>
    <message>
        <source>{name}: scan your badge</source>
        <translation>{name}: escanear su tarjeta</translation>
    </message>
    <message>
        <source>{number} / {total}</source>
        <translation>{number} / {total}</translation>
    </message>
    <message>
        <source>{open}: go on with it</source>
        <translation>{open}: seguir con ella</translation>
    </message>
    <message>
        <source>{order} cannot run</source>
        <translation>{order} no puede ir</translation>
    </message>
    <message>
        <source>{order} stands at {done} of {quantity}</source>
        <translation>{order} va por {done} de {quantity}</translation>
    </message>
    <message>
        <source>{order} · variant {variant}</source>
        <translation>{order} · variante {variant}</translation>
    </message>
    <message>
        <source>{owner} decides</source>
        <translation>Decide: {owner}</translation>
    </message>
    <message>
        <source>{owner}: {action}</source>
        <translation>{owner}: {action}</translation>
    </message>
    <message>
        <source>{part} · lot </source>
        <translation>{part} · lote </translation>
    </message>
    <message>
        <source>{part} · lot {lot}</source>
        <translation>{part} · lote {lot}</translation>
    </message>
    <message>
        <source>{part} · number {serial}</source>
        <translation>{part} · número {serial}</translation>
    </message>
    <message>
        <source>{part} · serial </source>
        <translation>{part} · serie </translation>
    </message>
    <message>
        <source>{part} · take lot {lot}</source>
        <translation>{part} · tomar lote {lot}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{person} is not active. Ask the team lead.</source>
        <translation>{person} no está en activo. Preguntar al jefe de equipo.</translation>
    </message>
    <message>
        <source>{person} is not active. Ask {who}.</source>
        <translation>{person} no está en activo. Preguntar a {who}.</translation>
    </message>
    <message>
        <source>{place} not OK · tries: {count}</source>
        <translation>{place} no OK · intentos: {count}</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} de {total}</translation>
    </message>
    <message>
        <source>{place} · SN {serial}</source>
        <translation>{place} · NS {serial}</translation>
    </message>
    <message>
        <source>{place} · {severity}</source>
        <translation>{place} · {severity}</translation>
    </message>
    <message>
        <source>{place}, tool {tool} · SN {serial}</source>
        <translation>{place}, herramienta {tool} · NS {serial}</translation>
    </message>
    <message>
        <source>{place}: check curve</source>
        <translation>{place}: ver curva</translation>
    </message>
    <message>
        <source>{place}: what is it?</source>
        <translation>{place}: ¿qué es?</translation>
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
        <translation>{response}: por qué, y a qué precio</translation>
    </message>
    <message>
        <source>{said}. The work goes on.</source>
        <translation>{said}. El trabajo sigue.</translation>
    </message>
    <message>
        <source>{scanned_part} belongs to variant {variants}, not to this one.</source>
        <translation>{scanned_part} es de la variante {variants}, no de esta.</translation>
    </message>
    <message>
        <source>{scanned_part} is not in the bill of this variant.</source>
        <translation>{scanned_part} no está en la lista de esta variante.</translation>
    </message>
    <message>
        <source>{serial} has its label already.</source>
        <translation>{serial} ya tiene su etiqueta.</translation>
    </message>
    <message>
        <source>{serial} may have its label already.</source>
        <translation>{serial} puede tener ya su etiqueta.</translation>
    </message>
    <message>
        <source>{serial}: change to it</source>
        <translation>{serial}: cambiar a ella</translation>
    </message>
    <message>
        <source>{shift} shift · {time}</source>
        <translation>Turno {shift} · {time}</translation>
    </message>
    <message>
        <source>{state} · SN {serial}</source>
        <translation>{state} · NS {serial}</translation>
    </message>
    <message>
        <source>{station} called: {who}</source>
        <translation>{station} ha llamado: {who}</translation>
    </message>
    <message>
        <source>{station} has not finished it.</source>
        <translation>{station} no la ha terminado.</translation>
    </message>
    <message>
        <source>{station} made this call.</source>
        <translation>Esta llamada es de {station}.</translation>
    </message>
    <message>
        <source>{station} · {who}</source>
        <translation>{station} · {who}</translation>
    </message>
    <message>
        <source>{time} · spread {spread}</source>
        <translation>{time} · dispersión {spread}</translation>
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
        <translation>{time}, hallado aquí</translation>
    </message>
    <message>
        <source>{time}, late</source>
        <translation>{time}, con retraso</translation>
    </message>
    <message>
        <source>{time}, set by {who}</source>
        <translation>{time}, fijado por {who}</translation>
    </message>
    <message>
        <source>{time}, {what}</source>
        <translation>{time}, {what}</translation>
    </message>
    <message>
        <source>{tools} tools: {count} not asked for</source>
        <translation>{tools} herramientas: {count} sin pedir</translation>
    </message>
    <message>
        <source>{tool} counts {counted}, this station {expected}.</source>
        <translation>{tool} cuenta {counted}, esta estación {expected}.</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} a {high})</translation>
    </message>
    <message>
        <source>{value} at {device}, {time}</source>
        <translation>{value} en {device}, {time}</translation>
    </message>
    <message>
        <source>{value} is kept, but does not count.</source>
        <translation>{value} se guarda, pero no cuenta.</translation>
    </message>
    <message>
        <source>{value} is not taken here.</source>
        <translation>{value} no se admite aquí.</translation>
    </message>
    <message>
        <source>{value} pixels per mm</source>
        <translation>{value} píxeles por mm</translation>
    </message>
    <message>
        <source>{value} was not recorded.</source>
        <translation>{value} no se registró.</translation>
    </message>
    <message>
        <source>{value} · limits {limits}</source>
        <translation>{value} · límites {limits}</translation>
    </message>
    <message>
        <source>{value}, {verdict}</source>
        <translation>{value}, {verdict}</translation>
    </message>
    <message>
        <source>{what} is missing</source>
        <translation>falta: {what}</translation>
    </message>
    <message>
        <source>{what} {value}, usual {least}–{most}</source>
        <translation>{what} {value}, usual {least}–{most}</translation>
    </message>
    <message>
        <source>{what} · place and attempt {place}</source>
        <translation>{what} · punto e intento {place}</translation>
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
        <translation>{what}: ¿por qué?</translation>
    </message>
    <message>
        <source>{when}. So far: {reason}</source>
        <translation>{when}. Hasta ahora: {reason}</translation>
    </message>
    <message>
        <source>{where}</source>
        <translation>{where}</translation>
    </message>
    <message>
        <source>{who} in {time}</source>
        <translation>{who} en {time}</translation>
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
        <translation>{who} – avisado</translation>
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
        <translation>«{skill}», días restantes: {count}</translation>
    </message>
    <message>
        <source>“{statement}”</source>
        <translation>«{statement}»</translation>
    </message>
</context>
</TS>
