# Lo que dice la página, en español.

## The frame

diary = Diario
diaries = Diarios
my-account = Mi cuenta
menu = Menú
skip = Ir al contenido
back = Atrás
loading = Un momento…
try-again = Intentar de nuevo
no-answer = No hay respuesta. Inténtelo de nuevo en un momento.
went-wrong = No ha funcionado. Inténtelo de nuevo.
passkey-stopped = No se usó la llave de acceso. Inténtelo otra vez, o use la contraseña.
offline = No hay red. Puede anotar una semana: se enviará más tarde.
only-here = { $weeks ->
    [one] Solo en este dispositivo: una semana.
   *[other] Solo en este dispositivo: { $weeks } semanas.
}
look = Ver
cannot-keep = Esta ventana del navegador no puede guardar nada: lo que escriba se pierde si la cierra antes de que se envíe.
yes = Sí
no = No
no-leave-it = No, dejarlo así
go-on = Continuar
save = Guardar
save-file = Guardar como archivo
change = Cambiar
changed-now = Ya está cambiado.
remove = Quitar
more = Más
choose = Elija, por favor
no-one = Nadie
since = desde el { $when }
language = Idioma
there-is-something = Hay algo para usted.

## Signing in

about = Un diario para personas con ELA: una valoración por semana, compartida con las personas que ellas eligen.
sign-in = Iniciar sesión
sign-out = Cerrar sesión
sign-out-unsent = { $weeks ->
    [one] Una semana está solo en este dispositivo y aún no se ha enviado. Primero se guarda como archivo; al cerrar la sesión se borra de aquí.
   *[other] { $weeks } semanas están solo en este dispositivo y aún no se han enviado. Primero se guardan como archivo; al cerrar la sesión se borran de aquí.
}
save-and-sign-out = Guardar el archivo y cerrar sesión
use-passkey = Entrar con una llave de acceso
or-password = O con su contraseña
email = Correo electrónico
password = Contraseña
show-password = Mostrar la contraseña
stay-signed-in = Mantener la sesión abierta aquí
stay-signed-in-hint = No en un dispositivo que usen otras personas.
no-account-yet = Todavía no tengo cuenta
password-forgotten = He olvidado mi contraseña
second-step = Un paso más
second-step-why = Escriba el código que muestra su aplicación de autenticación, o uno de sus códigos de recuperación. No hay prisa: tiene diez minutos y cinco intentos.
code = Código
session-ended = Su sesión ha terminado: inicie sesión de nuevo. Lo que aún no se ha enviado sigue en este dispositivo.
offline-sign-in = No se puede acceder al servidor, así que ahora nadie puede iniciar sesión.
invented = Personas inventadas, para echar un vistazo
who-are-you = ¿Es usted?
who-are-you-why = Aquí hay que estar seguro de quién lo pide. Por favor, diga otra vez quién es.
code-if-any = Código del segundo factor, si tiene uno
not-done = No se ha hecho nada.

### From here on it is all views but the first: these texts come after it

## Links of mails, and a new account

sign-up = Confirme su dirección
sign-up-says = Un toque, y su dirección queda confirmada. Después puede iniciar sesión.
confirm-address = Confirmar mi dirección
password-reset = Una contraseña nueva
password-reset-says = Elija una contraseña nueva. La sesión se cerrará entonces en todos los dispositivos.
activation = Su cuenta
activation-says = Se ha creado una cuenta para usted. Elija su contraseña. Después se le pedirá un segundo factor.
take-password = Usar esta contraseña
email-of-mail = La dirección a la que llegó el correo
new-password = Contraseña nueva
new-password-hint = Al menos 15 caracteres, por ejemplo cuatro palabras.
invitation = Tiene una invitación a un diario
invitation-sign-in = Inicie sesión con la dirección a la que llegó el correo, o cree una cuenta con ella. Después se le preguntará si acepta.
invitation-by = { $name } le invita a un diario.
invitation-allows = Si acepta, podrá { $what }.
invitation-gone = Esta invitación ya se ha usado, o ha terminado. Si la aceptó, el diario está en «Diarios».
invitation-others = Otras personas que lo ven: { $people }.
enrolment = Una clínica pide ver su diario
enrolment-sign-in = Inicie sesión con la dirección a la que llegó el correo, o cree una cuenta con ella. Después elige lo que ve la clínica.
enrolment-says = Los profesionales de esta clínica podrían ver su diario. Puede ponerle fin en cualquier momento, y en el registro de accesos ve quién lo ha mirado.
enrolled = { $name } ya puede ver su diario.
good-until = Válida hasta el { $when }.
accept = Aceptar
join = Crear una cuenta
who-joins = ¿Quién es usted?
joins-patient = Tengo ELA y llevo un diario
joins-caregiver = Otra persona me deja ver su diario
display-name = Su nombre
display-name-hint = Como lo ven los demás en el diario.
look-into-mail = Mire su correo
sign-up-mail = Hay un correo en camino a { $email }. Su enlace confirma la dirección. Si no llega, mire en la carpeta de correo no deseado.
forgot-says = Recibirá un correo con un enlace para elegir una contraseña nueva.
send-mail = Enviar el correo
reset-mail = Si existe una cuenta con esta dirección, hay un correo en camino.

## Diaries

hello = Hola, { $name }
my-diary = Mi diario
diary-of = Diario de { $name }
no-diaries = Todavía no tiene ningún diario que ver. Las invitaciones llegan por correo; si ya tiene la suya, abra su enlace otra vez.
offline-home = Los diarios se muestran cuando vuelva a haber red.
diary-is-closed = Este diario está cerrado: se puede leer y ya no se anota nada.
nothing-yet = Todavía no hay nada anotado.
last-week = Última anotación: la semana del { $day }.
flags-count = { $flags ->
    [one] Una cosa que decir al equipo.
   *[other] { $flags } cosas que decir al equipo.
}
new-weeks = { $weeks ->
    [one] Una semana nueva desde la última vez que miró.
   *[other] { $weeks } semanas nuevas desde la última vez que miró.
}
record-week = Anotar una semana
record-another = Anotar o corregir una semana
all-weeks = Todas las semanas
report = Página para la consulta
circle = Quién ve este diario
access-log = Quién lo ha abierto
seen-by-team = Su equipo lo miró el { $day } ({ $name }).
in-words = En palabras
over-time = A lo largo del tiempo
how-far-back = Hasta cuándo atrás
span-12 = 12 semanas
span-26 = 6 meses
span-52 = Un año
span-all = Todo
picture-alt = Imagen de las valoraciones a lo largo del tiempo. { $words }
as-table = Como tabla
day = Día
answered-by = Quién respondió
total = Total
area-bulbar = Habla, saliva, deglución
area-fine_motor = Escribir, cortar la comida, vestirse
area-gross_motor = Girarse en la cama, andar, subir escaleras
area-respiratory = Respiración
respondent-self = el paciente
respondent-self_with_help = el paciente, con ayuda para escribir
respondent-caregiver_relayed = el paciente, por medio de un cuidador
respondent-caregiver_proxy = un cuidador, según lo que ve
respondent-clinician_in_person = un profesional, en una consulta
respondent-clinician_phone = un profesional, por teléfono
what-happened = Qué más pasó
flags = Para decir a su equipo
tier-contact_today = Por favor, llame hoy a su equipo
tier-contact_this_week = Por favor, dígalo a su equipo esta semana
tier-tell_team = Por favor, dígalo a su equipo
tier-next_visit = Para la próxima consulta
look-contact_today = Mirar hoy
look-contact_this_week = Mirar esta semana
look-tell_team = Por mirar
look-next_visit = Para la próxima consulta
known-by = { $name } lo sabe desde el { $day }.
we-know = Ya lo sabemos
we-know-says = Queda en la lista, sin avisar, hasta que empeore.
we-know-note = Una nota, si quiere
latest-week = La última semana, respuesta por respuesta
rated-on = Valoración del { $day }, anotada por { $name }. Quién respondió: { $how }.
not-answered = sin respuesta
was-more = antes: { $was }
was-less = antes: { $was }
changed = ha cambiado
you-and-this-diary = Usted y este diario
own-diary = Este es su diario. Usted decide quién lo ve.
your-level = Su acceso: { $level }.
may-read_trend = Ve lo que resulta de las semanas.
may-read_flags = Ve lo que el equipo debería saber.
may-read_entries = Ve las respuestas y las notas.
may-record_entries = Puede anotar una semana.
may-record_treatments = Puede anotar tratamientos.
may-revise_all = Puede corregir cada semana.
may-manage = Decide quién ve este diario.
of-this-diary = De este diario

## Recording

step-of = { $step } de { $of }
how-far = Por dónde va
to-review = Ir al final
later = Seguir más tarde
draft-kept = Cada toque se guarda en este dispositivo. Puede irse y volver.
draft-found = Ya había empezado la valoración del { $day }. Sus respuestas siguen aquí.
begin-anew = Empezar de nuevo
which-day = ¿Para qué día?
week-from-to = En la semana del { $from } al { $to }.
who-answers = ¿Quién responde?
answers-self = Yo, sin ayuda
answers-self_with_help = Yo, y otra persona escribe
answers-caregiver_relayed = El paciente me dice las respuestas
answers-caregiver_proxy = Yo, según lo que veo
compare-with-before = Compare con el tiempo anterior a los primeros síntomas. No hay límite de tiempo.
begin = Empezar
as-before = como la última vez
skip-question = Saltar esta pregunta
tube = ¿Tiene una sonda de alimentación?
tube-hint = De ello depende cómo se pregunta por cortar la comida.
tube-there = Sonda de alimentación
wording-english = Las preguntas están en inglés: por ahora solo existe esta versión.
anything-else = ¿Algo más?
anything-else-says = Puede dejar todo esto vacío.
note = Nota
weight = Peso en kilogramos
weight-hint = Por ejemplo 68,4
no-weight = No es un peso entre 20 y 300 kilogramos. Escríbalo como 68,4, o déjelo vacío.
symptoms = Síntomas, de 0 a 10
symptoms-says = 0 es ninguno, 10 el peor que pueda imaginar.
symptom-weakness = Debilidad
symptom-stiffness = Rigidez
symptom-twitching = Sacudidas musculares
symptom-wasting = Pérdida de músculo
symptom-fatigue = Cansancio
symptom-headache = Dolor de cabeza
symptom-appetite_loss = Falta de apetito
symptom-pain = Dolor
is-this-right = ¿Está bien así?
rated-day = Valoración del { $day }
answered-of = { $answered } de { $of } preguntas con respuesta.
why-changed = ¿Por qué se corrige? (si quiere)
nothing-answered = Por favor, responda al menos una pregunta.
saved-sent = Está anotado
saved-sent-says = Gracias. La semana está en el diario.
saved-waiting = Está guardado en este dispositivo
saved-waiting-says = El servidor no responde. La semana se envía en cuanto responda.
saved-conflict = Hay otras respuestas para esta semana
saved-conflict-says = No se ha perdido nada. Mire las dos y decida.
saved-refused = El servidor no lo ha aceptado
saved-refused-says = Sus respuestas están guardadas en este dispositivo. { $says }
week-before = Esta semana ya está en este dispositivo
week-before-says = La guardó el { $when }, y aún no está en el diario. No se pierde nada: mire las dos y decida.
now = Ahora
earlier = Antes
take-now = Conservar las respuestas de ahora
take-earlier = Conservar las respuestas de antes
take-earlier-says = Lo que acaba de responder se borra.
to-diary = Al diario

## Weeks on this device

unsent = Semanas solo en este dispositivo
all-sent = Todas las semanas están en el diario.
send-now = Enviar ahora
unsent-waiting = Espera la red.
unsent-conflict = El diario tiene otras respuestas para esta semana.
unsent-refused = El servidor no lo ha aceptado:
conflict-other = { $name } también anotó esta semana. Donde las respuestas son distintas:
conflict-removed = { $name } quitó esta semana. Sus respuestas se pueden anotar de nuevo.
both-same = Las dos dicen lo mismo.
here = En este dispositivo
there = En el diario
take-mine = Anotar las mías como versión más nueva
give-up = Descartar las mías
give-up-says = Sus respuestas en este dispositivo se borran. El diario queda como está.
sign-out-drafts = { $weeks ->
    [one] Hay una semana empezada aquí sin guardar. Al cerrar sesión se borra.
   *[other] Hay { $weeks } semanas empezadas aquí sin guardar. Al cerrar sesión se borran.
}
sign-out-offline = El servidor no responde, así que la sesión sigue abierta aquí. Ciérrela cuando vuelva a haber red.

## Weeks of the past

as-csv = Guardar como tabla (CSV)
corrected = corregida
correct = Corregir
write-again = Anotarla de nuevo
remove-week = Quitar esta semana
remove-week-says = Ya no cuenta. El historial la conserva.
why-removed = ¿Por qué? (si quiere)
removed-week = Semana { $week }, quitada
was-removed = La semana se quitó.
earlier-versions = Versiones anteriores
recorded-by = Anotado por { $name } el { $when }.
answered-at = Respondido el { $when }.
reason = Motivo: { $reason }

## The page for a visit

report-of = { $name }: página para la consulta
report-made = Hecha el { $day }.
last-rated = Última valoración: { $day }.
report-says = Esta página se imprime en una sola hoja. Elija «Guardar como PDF» para conservarla.
questions = Preguntas para la consulta
questions-hint = Se imprimen, y no se guardan en ningún sitio.
report-compare = Comparada con la valoración del
report-changes = Está marcado lo que cambió desde el { $day }.
report-treatments = Tratamientos actuales
report-treatments-over = Tratamientos terminados
report-effects = Efectos secundarios
report-more = (y { $more } más en el diario)
print = Imprimir
no-advice = Valoraciones de un diario, tal como se anotaron. Esto no es un diagnóstico y no pronostica nada.

## The circle

who-sees = Quién lo ve
nobody-sees = Nadie más que usted.
invited = Invitaciones
invited-pending = enviada
invited-used = aceptada
invited-revoked = retirada
invited-expired = caducada
invite = Invitar a una persona
their-email = Su correo electrónico
who-are-they = ¿Quién es esa persona para usted?
what-they-see = Lo que ve esa persona
send-invitation = Enviar la invitación
send-invitations = Enviar las invitaciones
invitation-sent = La invitación está en camino.
withdraw = Retirar
withdraw-says = La invitación a { $email } deja entonces de valer.
take-back = Retirar el acceso
take-back-says = { $name } no verá nada más de su diario desde ahora.
may-see-flags = También lo que el equipo debería saber
what-levels-see = Lo que se ve con cada acceso
level-summary = Solo la evolución
level-read = Evolución y respuestas
level-write = También anotar por usted
level-write-member = También anotar por el paciente
sees-read_trend = Lo que resulta de las semanas
sees-read_flags = Lo que el equipo debería saber
sees-read_entries = Respuestas, notas, tratamientos y valores medidos
sees-record_entries = Puede anotar una semana
sees-record_treatments = Puede anotar tratamientos
relation-self = el paciente
relation-spouse = cónyuge
relation-wife = esposa
relation-husband = esposo
relation-partner = pareja
relation-parent = padre o madre
relation-mother = madre
relation-father = padre
relation-child = hijo o hija
relation-daughter = hija
relation-son = hijo
relation-sibling = hermano o hermana
relation-sister = hermana
relation-brother = hermano
relation-grandchild = nieto o nieta
relation-relative = familiar
relation-friend = amigo o amiga
relation-neighbour = vecino o vecina
relation-caregiver = cuidador o cuidadora
relation-nurse = enfermero o enfermera
relation-therapist = terapeuta
relation-doctor = médico o médica
relation-clinician = profesional de la clínica
relation-other = otra
trustee = Persona de confianza
trustee-says = Una persona de su círculo que puede actuar por usted cuando usted no pueda. Primero tiene que pedirlo; entonces queda tiempo, y un toque suyo dice que no.
trustee-who = ¿Quién?
choose-trustee = Elegir a esta persona
trustee-named = elegida; ahora no actúa por usted
trustee-waiting = ha pedido actuar por usted, y lo hará a partir del { $when }, si usted no dice que no
trustee-acting = actúa por usted
trustee-not-now = Ahora no
trustee-not-now-says = La petición termina. Se puede hacer de nuevo más tarde.
trustee-end = Ya no
trustee-end-says = { $name } dejará de ser su persona de confianza.
access-log-says = Cada mirada a su diario, y cada cambio.
clinics = Clínicas
what-clinic-sees = Lo que ve la clínica
clinic-always-sees = Siempre: valoraciones, tratamientos y lo que resulta de ellos. Y además:
share-notes = Mis notas
share-notes-hint = Lo que escribió con sus propias palabras.
share-facts = Datos sobre mí
share-facts-hint = Cuándo empezó, sexo, año de nacimiento, gen.
share-research = Para la investigación
share-research-hint = Sin su nombre, en lo que la clínica extrae.
coordinator = Profesional que coordina
coordinator-who = ¿Quién coordina?
coordinated-by = { $name } ({ $clinic }) coordina la atención.
leave-clinic = Dejar esta clínica
leave-clinic-says = Nadie de { $name } verá nada de su diario desde ahora.

## My account

what-i-see = Lo que veo
without-numbers = Sin números, estadios ni ritmos
without-numbers-hint = En este dispositivo. En el diario no cambia nada.
change-password = Cambiar la contraseña
current-password = Contraseña actual
password-changed = La contraseña ha cambiado. La sesión se ha cerrado en los demás dispositivos.
passkeys = Llaves de acceso
passkeys-says = Con una llave de acceso entra con su cara, su dedo o el código del dispositivo: no hay que escribir nada.
passkey-name = Un nombre para este dispositivo
add-passkey = Añadir una llave de acceso
remove-passkey-says = Ya no podrá entrar con { $name }.
second-factor = Segundo factor
second-factor-says = Un código de una aplicación de autenticación, que se pide además de la contraseña.
second-factor-demanded = Su trabajo aquí necesita un segundo factor: una llave de acceso, o un código de una aplicación de autenticación.
set-up-totp = Configurar una aplicación de autenticación
totp-how = Añada esta clave a su aplicación de autenticación y escriba después el código que muestra.
open-authenticator = Abrir la aplicación en este dispositivo
totp-since = Configurada desde el { $when }.
codes-left = Códigos de recuperación que quedan: { $codes }.
new-recovery-codes = Códigos de recuperación nuevos
recovery-codes = Códigos de recuperación
recovery-codes-says = Con cada uno puede entrar una vez si pierde el dispositivo. Solo se muestran ahora: guárdelos o imprímalos.
remove-totp-says = Entonces solo se pide la contraseña.
told-here = Avisos en este dispositivo
told-here-switch = Avisarme en este dispositivo
told-here-hint = Un recordatorio llega aquí en lugar de por correo. Nunca dice de qué se trata.
told-here-refused = Este navegador no lo permite: cámbielo en sus ajustes.
devices = Dispositivos con la sesión abierta
device = Un dispositivo
this-one = este
sign-out-there = Cerrar la sesión allí
sign-out-there-says = En ese dispositivo habrá que iniciar sesión de nuevo.
sign-out-others = Cerrar la sesión en todos los demás
sign-out-others-says = En todos los demás dispositivos habrá que iniciar sesión de nuevo.
my-data = Mis datos
my-data-says = Todo lo que se guarda sobre usted, en un archivo.
take-copy = Guardar mis datos
erase-me = Borrarme
erase-me-says = Su cuenta y su diario se borran al cabo de unos días. Hasta entonces puede detenerlo.
erased-at = Todo lo que se guarda de usted se borrará el { $when }.
do-not-erase = No borrarlo

## The emergency card, as it is chosen

card-says = Una página para quien le ayude en una urgencia y no le haya visto nunca: qué tiene, cómo respira y come, a quién llamar. Se abre sin cuenta, con un enlace o con un código en papel.
card-there = Su tarjeta
card-chosen = Lo que dice se eligió el { $when }.
card-look = Verla e imprimirla
card-look-says = Se abre en una ventana propia y se imprime en una hoja con el código para escanear: una para la silla de ruedas, una para el bolso, una para la puerta.
card-link = El enlace de la tarjeta
card-end = Retirar la tarjeta
card-end-says = Su enlace y su código ya no abrirán nada, tampoco en papel. La próxima tarjeta tendrá otros.
card-what = Lo que dice
card-make = Crear la tarjeta
card-name = Su nombre en la tarjeta
card-name-hint = Vacío, no muestra ningún nombre.
card-diagnosis = Que es ELA
card-diagnosis-hint = Con el día del diagnóstico, si está en los datos sobre usted.
card-ventilation = Cómo respiro
card-ventilation-hint = Su respuesta más reciente sobre un aparato para respirar, y desde cuándo.
card-swallowing = Cómo trago
card-swallowing-hint = Su respuesta más reciente sobre tragar, y una sonda de alimentación.
card-note = Con sus palabras
card-note-hint = Por ejemplo: Lo entiendo todo. Respondo con los ojos.
card-contact = A quién llamar, { $number }
card-contact-name = Nombre
card-contact-phone = Número de teléfono
card-contact-phone-hint = Con el prefijo del país, por ejemplo +34 912 345 678.
card-contact-about = ¿Quién es?
card-contact-about-hint = Por ejemplo: marido, conoce el respirador.
card-add-contact = Añadir a alguien a quien llamar
card-remove-contact = Quitar a esta persona

## Reminders

reminders = Recordatorios
reminders-choose = Elegir recordatorios
reminders-says = Nada le recuerda nada antes de que lo elija aquí. Ningún mensaje dice nada sobre la salud.
reminders-nobody = No anota en ningún diario, así que no hay nada que recordar.
reminders-whose = ¿De qué diario?
remind-weekly = Recordármelo cada semana
remind-weekly-hint = Solo mientras la semana no esté anotada.
weekday = ¿Qué día?
weekday-monday = lunes
weekday-tuesday = martes
weekday-wednesday = miércoles
weekday-thursday = jueves
weekday-friday = viernes
weekday-saturday = sábado
weekday-sunday = domingo
at-hour = ¿A qué hora?
remind-visit = Una visita a la clínica
remind-visit-hint = Se le recuerda el día antes. Vacío: ninguna.
remind-next_course = Cuando algunas clínicas repiten un ciclo de células
remind-next_course-hint = A partir de 12 meses después del último día en que se dieron células.
remind-end_of_follow_up = Cuando se ha seguido el tiempo suficiente
remind-end_of_follow_up-hint = 42 meses después de ese día.
ways = ¿De qué forma?
way-mail = Por correo
way-mail-hint = A la dirección de su cuenta.
way-push = En mis dispositivos
way-push-hint = En los que usted lo dijo, en «Mi cuenta».
quiet-hours = Nunca de noche
quiet-hours-hint = Lo que cae en estas horas llega al final.
quiet-from = Desde
quiet-to = Hasta
paused-until = Pausa hasta
paused-until-hint = Nada se le recuerda antes de este día. Vacío, no hay pausa.
remind-later = Ahora no, pero hoy más tarde
remind-later-in = ¿Cuándo?
remind-later-do = Recordármelo más tarde
remind-later-at = Se le recordará el { $when }, si la semana no está anotada hasta entonces.
in-hours = { $hours ->
    [one] En una hora
   *[other] En { $hours } horas
}

## What followers are told

alerts = Lo que se ha avisado
alerts-open = { $alerts ->
    [one] Hay algo que espera a que alguien se ocupe.
   *[other] Hay { $alerts } cosas que esperan a que alguien se ocupe.
}
no-alerts = Todavía no se ha avisado de nada.
alert-silence = No se ha anotado nada desde la semana del { $day }
alert-flag = Se trata de: { $what }. Empezó en la semana del { $day }.
alert-raised = Se notó el { $when }.
alert-told = Se ha avisado a: { $people }.
alert-seen-to = { $name } se ocupa desde el { $when }.
alert-over = Se acabó por sí solo el { $when }.
alert-see-to = Me ocupo yo
alert-see-to-hint = Los demás a quienes se avisó lo ven, y no se avisa a nadie más.
alerts-of = A quién se avisa
alerts-own = De qué se me avisa
alerts-own-says = No se avisa de nada antes de que usted lo elija. Ningún mensaje dice de qué se trata. El paciente ve lo que usted elige y puede desactivarlo.
alerts-active = Ahora se le avisa.
alerts-not-active = Por ahora no se le avisa de nada: no confíe en ello.
alerts-flags = Lo que el equipo debería saber
alerts-no-flags = Con lo que puede ver, solo se le puede avisar de que no se anota nada.
alert-tier-contact_today = Lo que necesita una llamada hoy
alert-tier-contact_this_week = Lo que el equipo debería saber esta semana
alert-tier-tell_team = Lo que el equipo debería saber en algún momento
alert-tier-next_visit = Lo que es para la próxima visita
alerts-silence = Que no se ha anotado nada
alerts-silence-off = No avisarme
after-weeks = { $weeks ->
    [one] Después de una semana entera
   *[other] Después de { $weeks } semanas enteras
}
alerts-next = Si nadie responde, avisar a la siguiente persona
alerts-next-off = Nunca
after-hours = { $hours ->
    [one] Después de una hora
   *[other] Después de { $hours } horas
}
alerts-next-hint = Con una forma y nada más, se le avisa cuando nadie antes respondió.
followers = A quién se avisa de su diario
followers-says = En el orden en que se avisa cuando nadie antes responde. Cada persona eligió por sí misma; usted puede desactivarlo, y nadie se entera.
follower-nothing = No ha elegido nada: no se le avisa de nada.
follower-ways = Se le avisa: { $ways }.
follower-last = Solo si nadie antes responde.
follower-silence = { $weeks ->
    [one] Que no se ha anotado nada en una semana
   *[other] Que no se ha anotado nada en { $weeks } semanas
}
follower-next = { $hours ->
    [one] Sin respuesta después de una hora, se avisa a la siguiente persona
   *[other] Sin respuesta después de { $hours } horas, se avisa a la siguiente persona
}
follower-muted = desactivado por usted
follower-mute = Desactivarlo para esta persona
follower-unmute = Volver a avisar a esta persona

## Consents, facts, and one’s own place

look-as-level-says = Mire su diario como lo ve cada nivel. Una persona a la que usted se lo permitió ve además lo que el equipo debería saber:
look-as-level = Como con: { $level }
preview-says = Así ve este diario una persona con: { $level }. Lo que elige para sí misma, por ejemplo sin números, puede ser distinto.
preview-notes = Quizá { $name } escribió una nota. Otras personas con este nivel la ven, salvo que { $name } lo haya retirado.
consents = A qué da su acuerdo
consents-says = Cada uno es una decisión aparte. Puede retirarlo en cualquier momento y darlo de nuevo: nadie se entera y no se borra nada.
consent-care_sharing = Las personas que invito ven mi diario
consent-care_sharing-says = Familia, amigos y profesionales ven lo que eligió para cada uno. Retirado, es una pausa para todos a la vez.
consent-care_sharing-end = Desde ahora nadie más que usted ve nada de su diario, ni siquiera quien actúa por usted, hasta que vuelva a dar su acuerdo. Mientras tanto la tarjeta de emergencia no abre nada.
consent-notes_sharing = También ven lo que escribí con palabras
consent-notes_sharing-says = Notas y motivos, para quienes ven las respuestas.
consent-notes_sharing-end = Desde ahora solo usted ve notas y motivos. Nadie puede saber si había alguno.
consent-clinic_enrolment = Los profesionales ven mi diario
consent-clinic_enrolment-says = En las clínicas que aceptó, entre sus pacientes.
consent-clinic_enrolment-end = Desde ahora ningún profesional ve nada de su diario, hasta que vuelva a dar su acuerdo.
consent-research_export = La investigación puede usar mis valoraciones
consent-research_export-says = Sin su nombre, en las clínicas en las que lo eligió: pueden extraer sus valoraciones y entregarlas para la investigación.
consent-research_export-end = Desde ahora no se usa nada para la investigación.
consent-by-inviting = Vale para las personas a las que deja entrar, hasta que lo retire.
consent-at-clinics = Vale en las clínicas en las que lo eligió, hasta que lo retire.
consent-given = Dio su acuerdo el { $when }.
consent-ended = Lo retiró el { $when }.
consent-take-back = Retirar mi acuerdo
consent-give = Dar mi acuerdo
own-place = Mi lugar en este diario
leave-diary = Dejar este diario
leave-diary-says = Ya no verá nada del diario de { $name }. Solo una nueva invitación le devuelve el acceso.
trusted-named = { $name } le eligió para actuar en su nombre cuando no pueda hacerlo. Nada cambia hasta que usted lo pida.
trusted-waiting = Ha pedido actuar por { $name }. Desde el { $when } lo hará, salvo que diga que no.
trusted-acting = Actúa por { $name }: puede anotar, corregir y quitar cada semana, y decidir quién ve el diario.
trusted-acting-closed = Actúa por { $name }. El diario está cerrado: puede leerlo y decidir quién lo ve.
trusted-again-from = Podrá pedirlo de nuevo desde el { $when }.
trusted-ask = Pedir actuar por esa persona
trusted-ask-says = { $name } y todo el círculo lo saben por correo, y hay tiempo para decir que no.
trusted-stop = Retirar mi petición
trusted-stop-says = Desde ahora no actúa por esa persona, y durante un tiempo no podrá pedirlo.
trusted-decline = No quiero ser la persona de confianza
trusted-decline-says = { $name } podrá elegir entonces a otra persona.
close-diary = Cerrar el diario
close-diary-says = Tras unos días ya no se anota nada en el diario de { $name }; todos siguen leyendo y no se borra nada. Todo el círculo lo sabe por correo, y un toque lo detiene.
close-diary-why = ¿En qué se basa?
close-diary-why-hint = Por ejemplo: que la persona falleció, o que así lo quería.
diary-closed = El diario está cerrado desde el { $when }.
diary-closes = El diario se cierra el { $when }.
keep-diary-open = Mantener el diario abierto
open-diary-again = Volver a abrir el diario
facts = Datos sobre la persona
facts-says = Se sabe una vez, no cada semana. Todo puede quedar vacío; una clínica solo lo ve si así se eligió.
not-known = No se sabe
fact-symptom_onset = Cuándo aparecieron los primeros signos
fact-onset_region = Dónde empezó
fact-diagnosed_on = Día del diagnóstico
fact-birth_year = Año de nacimiento
fact-sex = Sexo
fact-gene = Gen en que se halló una causa
fact-gene-hint = Su símbolo, por ejemplo SOD1.
fact-usual_weight_kg = Peso antes de la enfermedad, en kilogramos
fact-usual_weight_kg-hint = La pérdida de peso se mide respecto a él.
fact-height_cm = Estatura en centímetros
fact-time_zone = Zona horaria
region-bulbar = Habla o deglución
region-upper_limb = Brazos o manos
region-lower_limb = Piernas o pies
region-trunk = Tronco
region-respiratory = Respiración
region-generalised = Varias a la vez
region-unknown = Se preguntó y no se sabe
region-not_shared = No compartido o desconocido
sex-female = Femenino
sex-male = Masculino
sex-other = Otro
sex-unknown = Se preguntó y no se sabe

## The clinic

no-clinics = Todavía ninguna clínica le ha añadido.
clinic-views = Vistas de la clínica
clinic-patients = Pacientes
clinic-summary = Resumen
clinic-exports = Extraer datos
clinic-invitations = Invitaciones
clinic-roster = Participantes
clinic-staff = Personal
role = Función
role-clinician = Profesional clínico
role-data_manager = Gestor de datos
role-site_admin = Administrador
no-patients = Todavía no se ha unido ningún paciente.
sorted-by = Ordenado por
sort-needs_attention = A quién hay que mirar primero
sort-last_week = Última semana
sort-total = Total
sort-points_per_month = Puntos al mes
sort-change_4_weeks = Cambio en 4 semanas
sort-change_12_weeks = Cambio en 12 semanas
sort-kings = Estadio de King’s
sort-weeks_silent = Semanas sin valoración
sort-seen_at = Cuándo miró la clínica por última vez
cohort-patient = Paciente
cohort-why = Por qué
cohort-last = Última semana
cohort-total = Total
cohort-per-month = Puntos al mes
cohort-kings = King’s
cohort-silent = Semanas sin valoración
cohort-closed = Diario cerrado
cohort-enrolled = { $patients ->
    [one] 1 paciente está inscrito.
   *[other] { $patients } pacientes están inscritos.
}
cohort-closed-count = { $closed ->
    [one] 1 diario está cerrado y no se cuenta abajo.
   *[other] { $closed } diarios están cerrados y no se cuentan abajo.
}
by-onset = Según dónde empezó
medians = En el centro (mediana)
adherence-part = Semanas anotadas, de las últimas 26
flag-nothing_recorded = nada anotado
flag-breathing_now = respiración
flag-breathing_changed = cambio en la respiración
flag-breathing_support_changed = cambio en la ayuda para respirar
flag-swallowing_changed = cambio en la deglución
flag-weight_down = menos peso
flag-total_changed_quickly = cambio rápido del total
flag-saliva_aids = saliva
flag-speech_aids = habla
by-stage = Estadios de King’s
by-pace = Ritmo
pace-slower_than_most = más lento que la mayoría (menos de 0,04 puntos al mes)
pace-slower_than_mean = más lento que la media (hasta 0,89)
pace-faster_than_mean = más rápido que la media (hasta 1,96)
pace-faster_than_most = más rápido que la mayoría
exports-says = Los pacientes que no dieron su acuerdo quedan fuera, y se cuentan en el manifiesto.
format = Formato
format-csv = Tabla, una fila por semana (CSV)
format-csv-long = Tabla, una fila por respuesta (CSV)
format-proact = Archivos PRO-ACT
format-ndjson = Todo, con historial (NDJSON)
format-fhir = FHIR R4
format-dataset-json = CDISC Dataset-JSON
format-parquet = Parquet
names-or-not = Nombres
without-names = Sin nombres
with-names = Con nombres
export-reason = ¿Para qué hacen falta los nombres?
take-out = Extraer los datos
export-queued = en espera
export-running = en preparación
export-ready = listo
export-failed = fallido
export-expired = caducado
file-rows = { $rows } filas
manifest = Manifiesto, firmado
remove-export-says = Sus archivos se borran.
invite-patient = Invitar a un paciente
subject-id = Número de participante
subject-id-hint = Lo asigna el servidor si está vacío.
invite-many = Invitar a muchos
invite-many-says = Una tabla con las columnas email y subject_id. Si una fila tiene un error, no se invita a nadie, y se le dice cuál es.
table-file = Tabla (CSV)
invited-of = Invitaciones enviadas: { $invited } de { $of }.
row-of = Fila { $row }, { $email }
not-invited-subject_id_taken = sin invitación: otro paciente de esta clínica tiene este número de participante
not-invited-invited_too_often = sin invitación: invitada tantas veces como permite un día; inténtelo mañana
add-staff = Añadir personal
staff-name = Nombre
staff-added = Se le avisa por correo.
staff-pending = Con invitación del { $moment }, aún sin contraseña elegida
staff-unnamed = Alguien cuyo nombre aún no se conoce aquí
remove-staff-says = { $name } no verá nada más de esta clínica desde ahora.

## Records beside the weeks

record-something = Anotar algo
recorded-so-far = Anotado hasta ahora
record-warned = Queda anotado. Mire la advertencia al lado.
add-measurement = Añadir un valor medido
add-administration = Añadir un día en que se dio
add-screening = Añadir un examen antes de las células
schedule = Con qué frecuencia, si quiere
treatment-clinic = Dónde, si quiere
in-trial = Forma parte de un estudio
trial-id = Número del estudio
suspected = ¿De qué tratamiento, cree usted?
serious-short = grave
cell-type = ¿Qué células?
cells-mesenchymal = Mesenquimales
cells-neural = Neurales
cells-other = Otras
cell-source = ¿De qué tejido?
source-bone_marrow = Médula ósea
source-adipose = Grasa
source-peripheral_blood = Sangre
source-umbilical_cord = Cordón umbilical
source-other = Otro tejido
cell-donor = ¿De quién?
donor-autologous = Propias
donor-allogeneic = De otra persona
route = ¿Cómo se dio?
route-oral = Por la boca
route-intravenous = En una vena
route-intrathecal = En el líquido que rodea la médula espinal
route-intraspinal = En la propia médula espinal
route-intramuscular = En un músculo
route-enteral = Por una sonda de alimentación
route-other = De otra forma
amount-cells = Cuántas células, en millones
amount-mg = Cuánto, en miligramos
millions = { $cells } millones de células
guided-by = ¿Qué guió la aguja?
imaging-none = Nada
imaging-ultrasound = Ecografía
imaging-fluoroscopy = Radioscopia
imaging-ct = TAC
imaging-mri = Resonancia
imaging-other = Otro
anaesthesia = ¿Cómo se evitó el dolor?
anaesthesia-none = De ninguna forma
anaesthesia-local = En el lugar
anaesthesia-sedation = Sedación
anaesthesia-general = Anestesia general
finding-damaged_bone_marrow = Médula ósea dañada
finding-clotting_disorder = Sangre que no coagula bien
finding-low_platelets = Pocas plaquetas
finding-cancer = Cáncer
finding-pregnancy_or_lactation = Embarazo o lactancia
finding-active_severe_infection = Una infección grave ahora
found-unknown = No se sabe
found-no = No se encontró
found-yes = Se encontró
screened-by = ¿Quién examinó?
screening-found = Se encontró: { $what }.
screening-unknown = No se sabe: { $what }.
screening-nothing = No se encontró nada en contra de las células.
days-given = { $days ->
    [0] Días en que se dio
    [one] Se dio un día
   *[other] Se dio { $days } días
}
course-next = Las clínicas de este diario lo repiten entre el { $from } y el { $to }, si es que se repite: eso lo decide usted con su equipo.
course-followed = Se sigue hasta el { $day }.
warning-not_screened = { $day }: se dieron células sin que aquí conste un examen previo.
warning-contraindicated = { $day }: se dieron células aunque el examen previo había encontrado algo.
what-measured = ¿Qué se midió?
measured-value = Valor
measure-range = En { $unit }, entre { $lowest } y { $highest }.
posture = ¿Sentado o tumbado?
posture-sitting = sentado
posture-supine = tumbado boca arriba
posture-standing = de pie
measured-with = Con qué aparato, si quiere
measure-svc = Función pulmonar: capacidad vital lenta (SVC)
measure-fvc = Función pulmonar: capacidad vital forzada (FVC)
measure-snip = Presión al olfatear (SNIP)
measure-peak_cough_flow = Flujo máximo de tos
measure-ventilator_hours = Horas de ventilación al día
measure-nfl_serum = Neurofilamento ligero en suero
measure-nfl_plasma = Neurofilamento ligero en plasma
measure-nfl_csf = Neurofilamento ligero en líquido cefalorraquídeo
measure-pnfh_csf = Neurofilamento pesado fosforilado en líquido cefalorraquídeo

## Ratings of home and clinic

raters = En casa y en la clínica
agreement-means = Los mismos días se ven de forma distinta, y nadie tiene por qué equivocarse: uno sabe cómo se siente, otro cuánto tarda. Dos valoraciones de una persona por los mismos ojos difieren hasta unos 4 puntos de 48 sin ningún cambio. Una diferencia entre quienes valoran no es un cambio de la enfermedad.
home-and-clinic = Una al lado de la otra
home-and-clinic-says = Cada valoración de la clínica con la más cercana de casa, con { $days } días de diferencia como máximo. La diferencia es la de la clínica menos la de casa.
at-home = Casa
at-clinic = Clínica
difference = Diferencia
no-home-rating = Ninguna valoración cerca de ese día
agreement-limits-mean = De 100 pares, unos 95 quedan entre los dos límites. Con menos de cinco pares no los hay.
agreement-of = { $other }, comparado con: { $one }
clinic-ratings = Valoraciones de la clínica
rate = Valorar para la clínica
rate-of = Valoración de la clínica: { $name }
rate-says = Está al lado del diario de casa, y ninguna línea la cuenta.
rate-how = ¿Cómo se preguntó?
rate-remove-says = Ya no cuenta en ninguna comparación. El historial la conserva.
rate-removed = La valoración de este día se quitó
rate-removed-says = { $name } quitó la valoración de la clínica del { $day }. Sus respuestas siguen aquí y se pueden anotar de nuevo.
rate-anew = Anotarla de nuevo
rate-anew-says = Sus respuestas pasan a ser la valoración de la clínica de este día. El historial conserva que se quitó.
rate-taken = Este día ya tiene una valoración
rate-taken-says = { $name } anotó la valoración de la clínica del { $day }. No se pierde nada: mire las dos y decida.

## Guests, who have no account

guest = Una semana para otra persona
guest-for = Se trata de { $name }.
guest-says = Le han dado un enlace para anotar una semana de la persona a la que cuida. No ve nada más del diario.
guest-name = Su nombre
guest-name-hint = El diario lo muestra como el nombre que usted dio.
guest-tube = ¿Tiene la persona una sonda de alimentación?
guest-recorded = Gracias. La valoración del { $day } está en el diario, con el nombre { $name }.
guest-correct-until = Puede corregirla hasta el { $when }.
guest-changed-since = Gracias. Lo que anotó se ha cambiado después en el diario: aquí ya no queda nada por hacer.
guest-links = Sin cuenta: una semana con un enlace
guest-links-says = Quien le acompaña una noche no necesita cuenta. Un enlace vale un día y anota una semana; quien lo tiene no ve nada de su diario.
guest-shown-name = Su nombre tal como lo muestra, si quiere
make-guest-link = Crear un enlace
guest-link-made = Entregue usted este enlace. Solo se muestra ahora.
copy-link = Copiar el enlace
copied = Está copiado.
copy-by-hand = Cópielo a mano, por favor.
guest-link-made-on = Creado el { $when }:
guest-link-open = nada anotado todavía
guest-link-used = una semana anotada ({ $week })
guest-link-revoked = retirado
guest-link-expired = caducado
guest-link-withdraw = El enlace ya no abre nada entonces. Lo que se anotó con él se queda.
claimed-name = una persona invitada por un enlace, que dio el nombre { $name }
former-member = una persona que antes estaba en el círculo

## What a refusal means here

problem-link_used = Este enlace ya anotó otra semana. Esa se puede corregir.
problem-code_not_valid = Este enlace ya no vale, o es de otra dirección. Pida uno nuevo.
problem-wrong_credentials = La dirección de correo o la contraseña no es correcta: inténtelo de nuevo o pida una contraseña nueva por correo.
problem-wrong_code = El código no es correcto o ya se usó: escriba el siguiente.
problem-mfa_token_not_valid = Este inicio de sesión ha tardado demasiado o se ha intentado demasiadas veces: empiece de nuevo.
problem-passkey_refused = Esta llave de acceso no se acepta aquí, o ha tardado demasiado: inténtelo otra vez.
problem-wrong_password = La contraseña actual no es correcta: escríbala de nuevo o pida una nueva por correo.
problem-not_found = No está, o ya no es para usted.
problem-precondition_failed = Ha cambiado entretanto. Mírelo otra vez e inténtelo de nuevo.
problem-insufficient_user_authentication = Su trabajo aquí necesita un segundo factor. Configure uno en «Mi cuenta» e inicie sesión de nuevo.
problem-week_taken = Esta semana ya la anotaron otros, o ha cambiado desde entonces. Mírela otra vez y decida después.
problem-week_recorded = Esta semana ya está anotada. Elija otro día del enlace, o dígaselo a la persona que se lo dio.
problem-week_removed = Esta semana se ha quitado mientras tanto. Mírela otra vez y decida si se anota de nuevo.
problem-week_not_valid = Esa semana no existe.
problem-id_taken = Aquí ya hay algo anotado. Mírelo otra vez e inténtelo de nuevo.
problem-record_removed = Se ha quitado mientras tanto. Mírelo otra vez y decida si se anota de nuevo.
problem-precondition_required = Ha cambiado mientras tanto. Mírelo otra vez e inténtelo de nuevo.
problem-too_many_versions = Ya tiene tantas versiones como puede haber; solo se puede quitar.
problem-too_many_records = Ya hay tantos como puede haber.
problem-recorded_by_patient = Lo anotó el paciente; solo él puede cambiarlo.
problem-recorded_by_clinician = Lo anotó la clínica; solo ella y el paciente pueden cambiarlo.
problem-screening_by_caregiver = Un examen lo anota la clínica o el paciente.
problem-not_cell_therapy = Este tratamiento no es una terapia celular.
problem-diary_closed = Este diario está cerrado y no admite nada más.
problem-read_only = Puede leer este diario, no escribir en él; el paciente puede cambiarlo.
problem-summary_only = Puede ver la evolución de este diario, no sus anotaciones; el paciente puede cambiarlo.
problem-patient_only = Solo puede hacerlo la persona a la que pertenece este diario.
problem-clinician_only = Solo pueden hacerlo los profesionales.
problem-site_role = Su función en esta clínica no lo permite.
problem-trustee_only = Solo puede hacerlo la persona de confianza elegida.
problem-coordinator_only = De los profesionales, solo se avisa a quien coordina la atención.
problem-own_diary = Es su propio diario: los avisos son para quienes siguen el diario de otra persona.
problem-asked_too_soon = Se pidió hace poco y terminó; vuelva a pedirlo más tarde.
problem-sharing_taken_back = Retiró su acuerdo de que otros vean su diario: primero vuelva a darlo.
problem-reminders_off = No tiene ningún recordatorio: elija uno primero.
problem-flag_changed = Los números han cambiado desde que lo vio: mírelo otra vez.
problem-too_late_today = Ya no sería hoy, o caería en sus horas de silencio.
problem-too_many_guest_links = Ha creado tantos enlaces como permite un día: inténtelo mañana.
problem-too_many_invitations = Ha enviado tantas invitaciones como permite un día: inténtelo mañana.
problem-too_many_members = El círculo está completo: quite a una persona, o retire una invitación.
problem-too_many_passkeys = Ya hay veinte llaves de acceso: quite una que no use.
problem-passkey_not_valid = Esta llave de acceso no se puede añadir, o tardó demasiado: empiece otra vez.
problem-last_factor = Necesita un segundo factor: añada otro antes de quitar este.
problem-no_second_factor = No hay un segundo factor que los códigos de recuperación puedan sustituir.
problem-password_closed = Demasiadas contraseñas erróneas seguidas: esta ya no abre nada. Elija una nueva por correo.
problem-invalid_grant = La sesión ha terminado: inicie sesión de nuevo.
problem-erasure_begun = Su cuenta se está borrando; ya no se puede conservar.
problem-device_taken = En este dispositivo se avisa a otra cuenta: actívelo aquí de nuevo.
problem-export_expired = Los archivos de esta exportación se han borrado: pida otra.
problem-export_no_longer_shared = Una persona de esta exportación ya no comparte: los archivos se han borrado. Pida otra.
problem-export_not_ready = Esta exportación aún no está lista, o ha fallado.
problem-too_many_exports = Se están haciendo dos exportaciones suyas: espere a una, o quite una.
problem-too_many_rows = Un archivo invita a 200 personas como máximo: divídalo.
problem-too_many_staff = En esta clínica trabajan tantas personas como puede haber.
problem-subject_id_taken = Otra persona de esta clínica tiene este identificador.
problem-quota_exceeded = Han sido demasiadas veces en poco tiempo: inténtelo en un momento.
problem-client_too_old = Esta página es más antigua que el servidor: vuelva a cargarla. Lo que espera a enviarse queda en el dispositivo.
problem-body_too_large = Es demasiado grande.
problem-request_timeout = No llegó a tiempo: envíelo otra vez.
problem-unavailable = No está disponible por el momento: inténtelo enseguida.
problem-internal = Algo ha fallado por nuestra parte.
fault-another_day = El día no es el que corresponde.
fault-before_treatment = Fue antes de empezar el tratamiento.
fault-cell_therapy_only = Eso solo corresponde a una terapia celular.
fault-date_before_diagnosis = El día es anterior al diagnóstico.
fault-date_in_future = Ese día aún no ha llegado en ningún lugar de la Tierra.
fault-date_too_early = Ese día queda demasiado atrás.
fault-day_outside_link = Ese día no corresponde a este enlace.
fault-day_outside_treatment = El día no está dentro del tratamiento.
fault-day_outside_week = El día no está en esta semana.
fault-date_before_birth = Este día es anterior al año de nacimiento.
fault-diagnosed_before_onset = El diagnóstico es anterior a los primeros signos.
fault-empty = Hay algo vacío que no puede estarlo.
fault-ended_before_start = Terminó antes de empezar.
fault-forbidden_character = Hay un carácter que no se permite.
fault-gastrostomy_needed = Esta forma de la pregunta supone una sonda de alimentación.
fault-given_outside_treatment = Hay días en que se dio fuera de ese tiempo.
fault-identified_only = Eso solo existe con nombres.
fault-invalid_email = No es una dirección de correo.
fault-invalid_subject_id = No puede ser un identificador.
fault-invalid_value = Hay un valor que no es posible.
fault-laboratory_only = Eso solo corresponde a valores de laboratorio.
fault-lung_function_only = Eso solo corresponde a la medición de los pulmones.
fault-missing_member = Falta algo.
fault-not_in_circle = Esa persona no está en su círculo.
fault-not_in_trial = El número de un estudio solo corresponde a un estudio.
fault-not_your_clinician = Esa persona no le atiende.
fault-nothing_answered = Responda al menos a una pregunta.
fault-out_of_range = Un valor así no es posible aquí: compruebe el número y la unidad.
fault-own_address = Es su propia dirección.
fault-password_too_common = Esa contraseña es demasiado común: use, por ejemplo, cuatro palabras.
fault-password_too_long = Esa contraseña es demasiado larga.
fault-password_too_short = Esa contraseña es demasiado corta: al menos 15 caracteres.
fault-respondent_not_possible = Aquí no puede haber respondido esa persona.
fault-too_long = Es demasiado largo.
fault-trustee_not_possible = Esa persona no puede ser persona de confianza.
fault-unknown_columns = La tabla necesita las columnas email y subject_id.
fault-unknown_push_service = Este navegador avisa por un servicio que no conocemos.
fault-unknown_time_zone = Esa zona horaria no existe.
fault-unknown_treatment = Ese tratamiento no existe aquí.
fault-unreadable = No se puede leer.
fault-wrong_number_of_cells = Una fila no tiene tantas casillas como la primera.

## Treatments, and the team

treatments = Tratamientos y efectos secundarios
no-treatments = Todavía no hay nada anotado.
it-ended = Ha terminado
last-day = Último día
first-day = Día
remove-record-says = { $name } ya no cuenta. El historial lo conserva.
recorded-by-short = Anotado por { $name }.
record-added = Ha quedado anotado.
add-treatment = Añadir un tratamiento
add-side_effect = Añadir un efecto secundario
add-milestone = Añadir un hito
what-kind = ¿Qué es?
treatment-name = Nombre
dose = Dosis, si lo desea
in-your-words = Con sus propias palabras
how-bad = ¿Qué gravedad?
serious = Fue grave
serious-hint = Llevó al hospital, a un peligro o a un daño duradero.
treatment-drug = Un medicamento
treatment-cell_therapy = Células
treatment-rehabilitation = Rehabilitación
treatment-device = Un dispositivo
treatment-other = Otro
happening-headache = Dolor de cabeza
happening-fatigue = Cansancio
happening-fever = Fiebre
happening-site_pain = Dolor en el lugar de la administración
happening-other = Otro
happening-gastrostomy = Sonda de alimentación por el abdomen
happening-nasogastric_tube = Sonda de alimentación por la nariz
happening-niv_over_22_hours = Mascarilla respiratoria más de 22 horas al día
happening-tracheostomy = Traqueostomía
happening-wheelchair = Silla de ruedas
happening-speech_device = Dispositivo de voz
severity-1 = leve
severity-2 = moderado
severity-3 = intenso
severity-4 = con peligro de muerte
severity-5 = mortal
record-administration = Un día en que se dio
record-screening = Examen antes de las células
record-measurement = Valor medido
for-the-team = Para el equipo
we-looked = Lo hemos mirado
seen-told = El paciente ve que usted lo ha mirado.
agreement = Cuánto coinciden las valoraciones
agreement-pairs = Pares
agreement-mean-difference = Diferencia media
agreement-limits = Límites de concordancia

## What the page and the emergency card say

emergency-card = Tarjeta de emergencia

### From here on it is the server that writes: the page is sent what stands above

## The emergency card

emergency-diagnosis = Diagnóstico
emergency-als = ELA (esclerosis lateral amiotrófica)
emergency-diagnosed-on = Conocida desde el { $day }, según la persona enferma.
emergency-breathing = Respiración
emergency-breathing-4 = Sin aparato respiratorio
emergency-breathing-3 = Ventilación con mascarilla (no invasiva) a ratos
emergency-breathing-2 = Ventilación con mascarilla (no invasiva) cada noche
emergency-breathing-1 = Ventilación con mascarilla (no invasiva) día y noche
emergency-breathing-0 = Ventilación por un tubo en la tráquea (invasiva)
emergency-tracheostomy = Traqueostomía desde el { $day }
emergency-mask = Mascarilla respiratoria más de 22 horas al día desde el { $day }
emergency-swallowing = Deglución
emergency-swallowing-4 = Come como siempre
emergency-swallowing-3 = A veces se atraganta
emergency-swallowing-2 = Necesita comida y bebida más fáciles de tragar
emergency-swallowing-1 = Se alimenta en parte por sonda
emergency-swallowing-0 = No toma nada por la boca: se alimenta por sonda o por vena
emergency-tube = Sonda de alimentación desde el { $day }
emergency-tube-answered = Sonda de alimentación, según la respuesta del { $day }
emergency-patient-said = Declaración de la propia persona enferma del { $day }.
emergency-caregiver-saw = Como lo vio una persona cuidadora el { $day }.
emergency-clinician-saw = Como lo vio un profesional clínico el { $day }.
emergency-not-recorded = No hay nada anotado
emergency-words = Con sus propias palabras
emergency-contacts = Llamar a
emergency-warning = Todo esto se anotó en un diario, en los días que se indican. Nadie lo ha comprobado y puede haber cambiado: vale más lo que usted ve. No es una historia clínica y no predice nada.
emergency-shown-on = Mostrado el { $day }.
emergency-chosen-on = Lo que muestra se eligió el { $day }.
emergency-gone = Esta tarjeta ya no es válida, o aquí nunca hubo ninguna. Pregunte a la persona o a quienes estén con ella.

## Moments

day-in-words = { $without_year ->
   *[other] { $day } de { $month } de { $year }
}
day-and-time = { $day } de { $month } de { $year } a las { $time } UTC
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

## Mails: no subject says anything about health, nor about a person

mail-hello = Hola:
mail-sign-up =
    Alguien, probablemente usted, está abriendo una cuenta con esta dirección. Para terminar,
    siga este enlace:

    { $link }

    O escriba este código en la aplicación:

    Código: { $code }

    Tiene 24 horas, así que no hay prisa. Si no lo ha pedido, no haga nada: sin enlace ni código
    no habrá cuenta.
    .subject = Su código
mail-already-here =
    Alguien, probablemente usted, quiso abrir una cuenta con esta dirección. Ya hay una, y nada
    ha cambiado: inicie sesión con la contraseña que tiene.

    Si no fue usted, no tiene que hacer nada.
    .subject = Ya tiene una cuenta
mail-password-reset =
    Alguien, probablemente usted, ha pedido una contraseña nueva para su cuenta. Para elegirla,
    siga este enlace:

    { $link }

    O escriba este código en la aplicación:

    Código: { $code }

    Sirve una vez, en los próximos 30 minutos; después, vuelva a pedirlo. Si no lo ha pedido, no
    haga nada: su contraseña sigue igual.
    .subject = Una contraseña nueva
mail-activation =
    Se ha creado una cuenta para usted. Para elegir su contraseña, siga este enlace:

    { $link }

    O escriba este código en la aplicación:

    Código: { $code }

    Sirve una vez, durante siete días. Después de iniciar sesión por primera vez se le pedirá un
    segundo factor; tenga el teléfono a mano.

    Si no sabe de qué se trata, no haga nada: sin el código nadie puede usar la cuenta.
    .subject = Su cuenta está lista
mail-password-changed =
    La contraseña de su cuenta se acaba de cambiar, y se ha cerrado la sesión en todos los demás
    dispositivos.

    Si no fue usted, escriba enseguida a quienes llevan este servicio.
    .subject = Su contraseña se ha cambiado
mail-key-used-twice =
    La clave que mantiene abierta la sesión en uno de sus dispositivos se ha usado por segunda
    vez. Eso puede significar que alguien la ha copiado; por eso hemos cerrado esa sesión. Sus
    demás dispositivos siguen con la sesión abierta, y nada de lo que ha escrito se ha perdido:
    por favor, vuelva a iniciar sesión.

    Si ocurre más de una vez, cambie su contraseña.
    .subject = Se ha cerrado la sesión en uno de sus dispositivos
mail-device-left =
    Ha iniciado sesión en un dispositivo más de los que puede tener una cuenta a la vez, así que
    se ha cerrado en el que llevaba más tiempo sin usarse.

    Si no fue usted, cambie su contraseña.
    .subject = Se ha cerrado la sesión en uno de sus dispositivos
mail-new-device =
    Alguien, probablemente usted, ha iniciado sesión en su cuenta desde un dispositivo nuevo o
    desde otra red.

    Dispositivo: { $device }
    Red: { $address }
    Cuándo: { $when }

    Si no fue usted, cierre la sesión de ese dispositivo en la aplicación y cambie su contraseña.
    .subject = Un dispositivo nuevo ha iniciado sesión
mail-device-without-name = sin nombre
mail-factor-added =
    Desde ahora, para iniciar sesión en su cuenta hace falta, además de la contraseña, un código
    de su aplicación. Guarde los códigos de recuperación que se le mostraron: uno de ellos
    sustituye a la aplicación si pierde el teléfono.

    Si no fue usted, escriba enseguida a quienes llevan este servicio.
    .subject = Iniciar sesión requiere ahora un segundo paso
mail-factor-removed =
    El segundo paso para iniciar sesión se acaba de quitar de su cuenta: ahora basta la
    contraseña, y los códigos de recuperación ya no sirven.

    Si no fue usted, cambie su contraseña y vuelva a activar el segundo paso.
    .subject = Ahora basta la contraseña para iniciar sesión
mail-codes-removed =
    Los códigos de su aplicación se acaban de quitar de su cuenta. Inicie sesión con una llave de
    acceso, o con la contraseña y uno de sus códigos de recuperación.

    Si no fue usted, cambie su contraseña y vuelva a activar los códigos.
    .subject = Ya no se piden los códigos de su aplicación
mail-recovery-code-used =
    Uno de sus códigos de recuperación se acaba de usar y ya no sirve. Códigos que quedan: { $left }.
    Puede crear otros nuevos cuando haya iniciado sesión.

    Si no fue usted, cambie enseguida su contraseña y cree códigos nuevos.
    .subject = Se ha usado uno de sus códigos de recuperación
mail-recovery-codes-renewed =
    Se acaban de crear códigos de recuperación nuevos para su cuenta. Los que tenía antes ya no
    sirven.

    Si no fue usted, cambie enseguida su contraseña y cree códigos nuevos.
    .subject = Tiene códigos de recuperación nuevos
mail-reset-asked =
    A quienes llevan este servicio se les ha dicho que usted perdió los segundos factores de su
    cuenta. Se quitarán el { $due }. Después inicie sesión con su contraseña y registre
    enseguida un segundo factor.

    Si no ha perdido nada, inicie sesión, anúlelo y escriba enseguida a quienes llevan este
    servicio.
    .subject = Se van a quitar sus segundos factores
mail-reset-cancelled =
    Los segundos factores de su cuenta no se quitarán: todo sigue igual.
    .subject = Sus segundos factores se quedan
mail-factors-reset =
    Los segundos factores de su cuenta se acaban de quitar, y se ha cerrado la sesión en todos los
    dispositivos. Inicie sesión con su contraseña y registre enseguida un segundo factor: antes
    de eso no se puede hacer nada más.

    Si no ha perdido nada, escriba enseguida a quienes llevan este servicio.
    .subject = Se han quitado sus segundos factores
mail-passkey-added =
    Desde ahora puede iniciar sesión en su cuenta con esta llave de acceso:

    { $name }

    Si no fue usted, inicie sesión, quítela y cambie enseguida su contraseña.
    .subject = Se ha añadido una llave de acceso a su cuenta
mail-passkey-removed =
    Esta llave de acceso se acaba de quitar de su cuenta y ya no sirve para iniciar sesión:

    { $name }

    Si no fue usted, cambie enseguida su contraseña y mire en qué dispositivos está abierta la
    sesión.
    .subject = Se ha quitado una llave de acceso de su cuenta
mail-invitation =
    { $name } comparte un diario con usted. Cuando acepte, podrá
    { $allows }.

    Inicie sesión con esta dirección, o abra antes una cuenta con ella, y escriba este código:

    Código: { $code }

    O siga este enlace, que lleva el mismo código:

    { $link }

    El código sirve una vez, solo para usted, hasta el { $ends }.
    Si no lo quiere, no haga nada: nadie se entera. Para no recibir nunca más una invitación, de
    nadie:

    { $never }
    .subject = Tiene una invitación
you-can-summary = ver cómo evolucionan las valoraciones, sin respuestas sueltas ni notas
you-can-read = leer cada entrada con sus notas y ver cómo evolucionan las valoraciones
you-can-write = leerlo todo y anotar en nombre del paciente
mail-enrolment =
    { $site } pide ver el diario que usted lleva o llevará. Cuando acepte, su equipo médico verá
    lo que usted anote. Usted elige si ve también sus notas y los datos sobre usted, y si sus
    valoraciones van a la investigación sin su nombre. Puede cambiarlo, o dejarlo, en cualquier
    momento.

    Inicie sesión con esta dirección, o abra antes una cuenta con ella, y escriba este código:

    Código: { $code }

    O siga este enlace, que lleva el mismo código:

    { $link }

    El código sirve una vez, solo para usted, hasta el { $ends }.
    Si no lo quiere, no haga nada: nadie se entera. Para no recibir nunca más una invitación, de
    nadie:

    { $never }
    .subject = Tiene una invitación
mail-works-here =
    Desde ahora trabaja para { $site }. Inicie sesión con esta dirección para ver lo que hay para
    usted. Si es un error, dígaselo a quienes le han añadido.
    .subject = Se le ha añadido a una clínica
mail-coordinates =
    Un paciente de su clínica le ha elegido para coordinar su atención. Inicie sesión para ver
    quién es: lo dice la lista de su clínica. Puede cambiarlo en cualquier momento.
    .subject = Le han elegido
mail-cannot-work-here =
    { $site } quería que usted trabajara allí con esta dirección. Ya tiene aquí una cuenta de otra
    clase, y una cuenta es de una sola clase: deles otra dirección, si trabaja allí. Nada ha
    cambiado, y no se les ha dicho.
    .subject = Le han pedido que trabaje en una clínica
mail-closure-asked =
    { $who }, actúa por usted y pide que su diario se cierre el
    { $from }. Nadie anotaría ya nada en él; no se borra nada.

    Si no lo quiere, diga que no aquí, sin iniciar sesión. Eso vuelve a abrir su diario, y nadie
    actúa ya por usted:

    { $link }

    Puede decir que no en cualquier momento, también después.
    .subject = Su diario se va a cerrar
mail-circle-closes =
    Una persona a la que { $name } eligió pide que el diario que { $name } comparte con usted se
    cierre el { $from }. Nadie anotaría ya nada en él; lo que usted puede ver sigue
    igual.

    Si le parece mal, hable con { $name }.
    .subject = Sobre un diario que comparte
mail-closure-ended =
    La persona que actúa por usted ya no pide que su diario se cierre: está abierto, y todo sigue
    como antes.
    .subject = Su diario está abierto
mail-circle-opens =
    El diario que { $name } comparte con usted no está cerrado: todo sigue como antes.
    .subject = Sobre un diario que comparte
mail-are-you-there =
    No ha usado su cuenta desde hace { $months } meses. No le pasa nada, y no se borra nada.

    Si sigue con ella, inicie sesión una vez. Si ya no la quiere, inicie sesión y pida que se
    borre. Si necesita ayuda, también puede pedirlo una persona a la que dejó entrar, si usted la
    elige.
    .subject = Su cuenta ha estado callada
mail-somebody-quiet =
    { $name } le eligió y no ha usado la cuenta desde hace { $months } meses. No le pasa nada, y
    no se borra nada.

    Si { $name } no puede seguir, usted puede pedir en la aplicación ocuparse del diario, y después
    cerrarlo. Si puede, basta con que { $name } inicie sesión una vez.
    .subject = Alguien ha estado callado
mail-you-chose =
    Ha elegido quién puede actuar por usted, si alguna vez lo quiere o lo necesita:

    { $who }.

    Ahora no cambia nada. Esa persona tiene que pedirlo primero; entonces se le avisará a usted y
    tendrá tiempo de decir que no. Puede elegir a otra persona, o a nadie, en cualquier momento.

    Si no fue usted quien eligió, inicie sesión, anúlelo y cambie su contraseña.
    .subject = Ha elegido quién actúa por usted
mail-you-were-chosen =
    { $name } comparte un diario con usted, y le ha elegido para ocuparse de él si alguna vez se
    quiere o se necesita.

    Ahora no cambia nada, y no tiene que hacer nada. Cuando llegue el momento, pídalo en la
    aplicación. Si prefiere que no, puede rechazarlo allí.
    .subject = Alguien confía en usted
mail-trustee-asks =
    { $who }, pide actuar por usted desde el
    { $from }. Usted eligió a esta persona.

    Podría entonces hacer con su diario y su círculo lo que usted puede hacer. Su cuenta, su
    contraseña y a quién se elige quedan solo en sus manos.

    Si lo quiere, no haga nada. Si no, diga que no aquí, sin iniciar sesión:

    { $link }

    Puede decir que no en cualquier momento, también después, con este enlace o en la aplicación.
    .subject = Alguien pide actuar por usted
mail-trustee-soon =
    { $who }, actúa por usted desde el
    { $from }. Usted eligió a esta persona, y lo ha pedido.

    Si lo quiere, no haga nada. Si no, diga que no aquí, sin iniciar sesión:

    { $link }
    .subject = Pronto alguien actúa por usted
mail-trustee-acts =
    { $who }, actúa por usted desde ahora. Usted eligió a esta persona.

    Usted puede seguir haciéndolo todo, y ver todo lo que hace. Puede terminarlo en cualquier
    momento, en la aplicación o aquí, sin iniciar sesión:

    { $link }
    .subject = Alguien actúa ahora por usted
mail-nobody-acts =
    Como usted quería, nadie actúa por usted. La persona que eligió no puede volver a pedirlo antes
    del { $from }; también puede elegir a otra persona, o a nadie.

    Si no lo quería, puede volver a elegirla en la aplicación.
    .subject = Nadie actúa por usted
    .others =
    Las personas a las que dejó entrar mientras actuaba por usted siguen en su círculo:

    - { $names }

    Para quitarlas a todas, sin iniciar sesión:

    { $link }&others
mail-circle-asked =
    Una persona a la que { $name } eligió pide ocuparse del diario que { $name } comparte con
    usted, desde el { $from }. { $name } puede decir que no, entonces y después.

    Lo que usted puede ver sigue igual. Si le parece mal, hable con { $name }.
    .subject = Sobre un diario que comparte
mail-circle-acts =
    Una persona a la que { $name } eligió se ocupa desde ahora del diario que { $name } comparte con
    usted, junto con { $name }.

    Lo que usted puede ver sigue igual. Si le parece mal, hable con { $name }.
    .subject = Sobre un diario que comparte
mail-circle-changed =
    { $name } actúa por usted y ha cambiado quién puede abrir su diario o quién coordina su
    atención, o ha invitado a alguien.
    La aplicación dice qué fue, en «Quién lo ha abierto».

    Puede volver a cambiarlo, y terminar en cualquier momento que actúe por usted.
    .subject = Su círculo se ha cambiado
mail-erasure-asked =
    Alguien, probablemente usted, ha pedido que se borren su cuenta y todo lo que ha escrito. Eso
    ocurrirá el { $due }.

    Hasta entonces todo funciona como antes, y puede cambiar de idea: inicie sesión y conserve la
    cuenta. Después nadie puede recuperarla.

    Si no fue usted, inicie sesión, conserve la cuenta y cambie su contraseña.

    Esto queda después:

    { $stays }
    .subject = Su cuenta se va a borrar
mail-erasure-taken-back =
    Su cuenta no se borrará: todo sigue igual.
    .subject = Su cuenta se queda
mail-erased =
    Como pidió, su cuenta se ha borrado, con lo que escribió. Las copias de seguridad de antes lo
    conservan hasta que se sobrescriban; la que se restaure le olvida de nuevo. Este es el último
    correo que le enviamos.
    .subject = Su cuenta se ha borrado
mail-reminder-week =
    Pidió un recordatorio por semana: esta sigue abierta.

    Abra la aplicación para verlo. Allí también puede elegir cuándo se le recuerda, hacer una
    pausa o desactivarlo.
    .subject = Su recordatorio
mail-reminder-week-and-more =
    Pidió un recordatorio por semana: esta sigue abierta. También hay otra cosa que quería que se
    le recordara.

    Abra la aplicación para verlo. Allí también puede elegir cuándo se le recuerda, hacer una
    pausa o desactivarlo.
    .subject = Su recordatorio
mail-reminder =
    Pidió que se le recordara algo: es el momento.

    Abra la aplicación para verlo. Allí también puede elegir cuándo se le recuerda, hacer una
    pausa o desactivarlo.
    .subject = Su recordatorio
mail-alert =
    Hay algo nuevo en un diario que usted sigue. Abra la aplicación para verlo, y para decir que se
    ocupa de ello: así lo sabrán las demás personas que siguen el diario.

    En la aplicación también elige qué se le dice, y por qué medios.
    .subject = Hay algo nuevo en un diario que sigue

## What a lock screen shows

push-title = Diario
push-body = Hay algo para usted.

## What people are to the patient, as the patient reads it

your-self = usted
your-spouse = su cónyuge
your-wife = su esposa
your-husband = su esposo
your-partner = su pareja
your-parent = su padre o madre
your-mother = su madre
your-father = su padre
your-child = su hijo o hija
your-daughter = su hija
your-son = su hijo
your-sibling = su hermano o hermana
your-sister = su hermana
your-brother = su hermano
your-grandchild = su nieto o nieta
your-relative = familiar suyo
your-friend = de sus amistades
your-neighbour = de su vecindario
your-caregiver = quien le ayuda
your-nurse = su enfermero o enfermera
your-therapist = su terapeuta
your-doctor = su médico o médica
your-clinician = profesional de su clínica
your-guest = con un enlace para una semana
your-other = a quien usted dejó entrar

## What goes when a person is erased, and what stays

goes-name = Su nombre, su dirección, su contraseña y todos los dispositivos con la sesión abierta.
goes-diary = Su diario con su historial, sus notas, y a quién dejó entrar.
goes-circle = Su lugar en los círculos de otros, y las invitaciones para usted.
stays-audit = Que se hizo algo, cuándo y con qué número de cuenta, sin nombre: demuestra que nadie ha manipulado los registros.
    .basis = RGPD, artículo 17.3, letras b y e: registros que exige la ley, y reclamaciones
    .until = hasta que acabe su tiempo de conservación
stays-consents = A qué dio su consentimiento y cuándo, con un número de cuenta sin nombre: demuestra que sus datos se usaron como usted quería.
    .basis = RGPD, artículo 7.1 con 17.3, letras b y e: hay que poder demostrar el consentimiento
    .until = mientras exista este servicio
stays-others = Lo que anotó en el diario de otra persona: es de ella, y como autor aparece «former caregiver».
    .basis = RGPD, artículo 9.2, letra a: el consentimiento de la persona de quien es el diario
    .until = hasta que la persona de quien es el diario lo quite o lo borre
stays-journal = Su número de cuenta en la lista de las personas borradas: una copia de seguridad que se restaura vuelve a olvidarle.
    .basis = RGPD, artículo 17.1 con 5.2: el borrado tiene que durar, y hay que poder demostrarlo
    .until = mientras exista este servicio
stays-backups = Copias de seguridad de antes: con las claves del servicio todavía se pueden leer hasta que se sobrescriban. La que se restaure le olvida de nuevo antes de que nadie pueda usarla.
    .basis = RGPD, artículo 32.1, letra c: lo que hay tiene que poder recuperarse después de un fallo
    .until = hasta que se sobrescriban

## The access log: what was done, after who did it
log-line = { $who }: { $did }.
log-line-week = { $who }: { $did } ({ $week }).
log-line-site = { $who }: { $did } ({ $site }).
log-who-you = Usted
log-who-program = { $name }, un programa de { $site }
log-who-clinician = { $name }, del equipo de { $site }
log-who-member = { $name }, { $relation }
log-who-gone = Alguien cuya cuenta ya no existe
log-who-card = Alguien que tiene su tarjeta de emergencia
log-who-guest = Alguien sin cuenta, con un enlace para una semana
log-who-somebody = Alguien
log-did-looked = búsqueda de algo que usted no comparte, y que no se mostró
log-did-something = algo hecho
log-account =
    .confirmed = cuenta abierta
    .changed = nombre, zona horaria o idioma de la cuenta cambiados
    .reminders_changed = recordatorios cambiados
    .password_changed = contraseña cambiada
    .staff_added = cuenta recibida para trabajar aquí
    .password_reset_asked = contraseña nueva pedida por correo
    .password_reset = contraseña nueva elegida con el código del correo
    .factor_added = segundo factor añadido
    .factor_removed = segundo factor quitado
    .factor_reset_asked = todos los segundos factores perdidos; quien lleva el servicio pidió quitarlos
    .factor_reset_cancelled = retirada de los segundos factores, impedida
    .factors_reset = segundos factores perdidos, que quitó quien lleva el servicio
    .disabled = acceso a la cuenta bloqueado por quien lleva el servicio
    .enabled = acceso a la cuenta devuelto por quien lleva el servicio
    .recovery_code_used = código de recuperación usado
    .recovery_codes_renewed = códigos de recuperación nuevos creados
    .exported = copia recibida de todo lo que se sabe de usted
    .erasure_asked = borrado pedido
    .erasure_taken_back = cuenta conservada al final
    .erased = borrado
log-consent =
    .given = consentimiento dado
    .withdrawn = consentimiento retirado
log-session =
    .opened = inicio de sesión
    .refused = intento de iniciar sesión con su dirección, rechazado
    .stepped_up = identidad demostrada una vez más
    .second_factor_refused = segundo factor equivocado, rechazado
    .ended = cierre de sesión, o de la sesión de un dispositivo
    .reuse_detected = uso de una clave antigua de uno de sus dispositivos, cuya sesión se cerró
log-patient =
    .changed = datos sobre usted cambiados
    .synced = diario puesto al día en un dispositivo
    .read = diario abierto
    .listed = último total visto en la lista de diarios
    .seen = semanas miradas para su equipo
log-entry =
    .recorded = semana anotada
    .revised = semana corregida
    .voided = semana quitada
log-treatment =
    .recorded = tratamiento anotado
    .revised = tratamiento corregido
    .voided = tratamiento quitado
log-administration =
    .recorded = día en que se dio un tratamiento, anotado
    .revised = día en que se dio un tratamiento, corregido
    .voided = día en que se dio un tratamiento, quitado
log-screening =
    .recorded = examen antes de una terapia celular, anotado
    .revised = examen antes de una terapia celular, corregido
    .voided = examen antes de una terapia celular, quitado
log-side_effect =
    .recorded = efecto secundario anotado
    .revised = efecto secundario corregido
    .voided = efecto secundario quitado
log-measurement =
    .recorded = valor medido anotado
    .revised = valor medido corregido
    .voided = valor medido quitado
log-milestone =
    .recorded = hito anotado
    .revised = hito corregido
    .voided = hito quitado
log-clinic_rating =
    .recorded = valoración de la clínica anotada
    .revised = valoración de la clínica corregida
    .voided = valoración de la clínica quitada
log-flag =
    .known = «lo sabemos», dicho de algo que su equipo debería saber
log-alerts =
    .chosen = elección de lo que quiere que se le diga de su diario
    .muted = avisos sobre su diario a una persona, desactivados
    .unmuted = avisos sobre su diario a una persona, activados de nuevo
log-alert =
    .sent = aviso recibido de que hay algo nuevo en su diario
    .acknowledged = algo nuevo en su diario, atendido
log-circle =
    .invited = persona invitada a su círculo
    .invitation_revoked = invitación retirada
    .joined = entrada en su círculo
    .level_changed = cambio de hasta dónde puede ver una persona
    .left = lugar en su círculo terminado
log-guest =
    .link_made = enlace creado con el que una persona sin cuenta puede anotar una semana
    .link_revoked = enlace para una semana retirado
    .link_opened = enlace para una semana abierto
log-card =
    .chosen = elección de lo que muestra su tarjeta de emergencia
    .revoked = tarjeta de emergencia retirada
    .opened = tarjeta abierta
log-trustee =
    .named = elección de quién actúa por usted, si lo quiere o lo necesita
    .forgotten = fin de la elección de quién actúa por usted
    .asked = petición de actuar por usted
    .acts = actúa por usted desde ahora
    .refused = negativa a que alguien actúe por usted
    .refused_by_link = negativa a que alguien actúe por usted, con el enlace de su correo
    .stepped_back = fin de su petición de actuar por usted, o de actuar
log-closure =
    .asked = petición de cerrar su diario
    .taken_back = diario mantenido abierto, o abierto de nuevo
log-silence =
    .told = aviso recibido de que su cuenta ha estado callada mucho tiempo
log-trend =
    .read = evolución abierta
log-entries =
    .read = entradas leídas
log-history =
    .read = versiones anteriores de sus entradas leídas
log-treatments =
    .read = tratamientos y efectos secundarios leídos
log-access =
    .refused = petición de su diario, que no se comparte y no se mostró
log-site =
    .made = clínica creada
    .staff_added = persona añadida al personal de una clínica
    .staff_refused = intento de añadir a una persona a una clínica, con la dirección de otra
    .staff_removed = persona quitada del personal de una clínica
    .invited = persona invitada a una clínica
    .invitation_revoked = invitación a una clínica retirada
    .roster_read = lista de inscritos en una clínica leída
log-enrolment =
    .accepted = clínica a la que se deja ver su diario
    .changed = cambio de lo que ve una clínica
    .ended = clínica dejada, que ya no ve nada de su diario
log-coordinator =
    .named = elección de quién coordina su atención en una clínica
    .ended = fin de la coordinación de su atención en una clínica
log-cohort =
    .read = lista de pacientes de la clínica leída, en la que está usted
log-client =
    .added = programa de una clínica admitido
    .removed = programa de una clínica quitado
    .token = inicio de sesión como programa de una clínica
log-export =
    .asked = datos de una clínica pedidos
    .made = datos de una clínica recibidos en archivos
    .fetched = archivo con datos de una clínica recogido
    .deleted = archivos con datos de una clínica borrados
    .without_name = valoraciones suyas sacadas en una exportación sin nombres
    .by_name = valoraciones suyas sacadas en una exportación que dice de quién son
log-retention =
    .run = lo terminado, olvidado
log-audit =
    .exported = registro de lo que se hizo, exportado
    .cut = sucesos antiguos borrados

## The clinic

cohort-counts = Aquí se cuentan personas tratadas, no lo que hace un tratamiento: los grupos se diferencian en más que el tratamiento, quienes lo eligieron y llevaron un diario se diferencian de quienes no, y una pérdida rápida antes es por naturaleza más lenta después. Compare cada parte y su intervalo con la parte de las personas sin el tratamiento que está al lado.

## What the weeks add up to: a code is the name of a text, and its members are what that is made of

sentence-days = { $days ->
    [one] el { $first_day }
   *[more] entre el { $first_day } y el { $last_day }
}
sentence-ratings = { $ratings ->
    [one] 1 valoración
   *[other] { $ratings } valoraciones
}
sentence-stretch = { $side ->
    [before] antes del comienzo, { sentence-days } ({ sentence-ratings }),
    [after] después del comienzo, { sentence-days } ({ sentence-ratings }),
   *[none] { sentence-days } ({ sentence-ratings }),
}
sentence-score = { $score ->
    [bulbar] la puntuación del habla, la saliva y la deglución
    [fine_motor] la puntuación de escribir, cortar la comida y vestirse
    [gross_motor] la puntuación de girarse en la cama, andar y subir escaleras
    [respiratory] la puntuación de la respiración
   *[total] el total
}
sentence-of-score = { $score ->
    [bulbar] de la puntuación del habla, la saliva y la deglución
    [fine_motor] de la puntuación de escribir, cortar la comida y vestirse
    [gross_motor] de la puntuación de girarse en la cama, andar y subir escaleras
    [respiratory] de la puntuación de la respiración
   *[total] del total
}
sentence-item-speech = hablar
sentence-item-salivation = saliva
sentence-item-swallowing = tragar
sentence-item-handwriting = escribir a mano
sentence-item-cutting = cortar la comida
sentence-item-dressing = vestirse y asearse
sentence-item-turning = girarse en la cama
sentence-item-walking = andar
sentence-item-stairs = subir escaleras
sentence-item-dyspnea = falta de aire
sentence-item-orthopnea = respirar en posición acostada
sentence-item-respiratory_insufficiency = ayuda para respirar
sentence-and = { $most } y { $last }
sentence-nothing_recorded_yet = Todavía no hay nada anotado.
sentence-last_rating = La última valoración fue el { $last_day }, hace { $days_ago ->
    [one] 1 día
   *[other] { $days_ago } días
}{ $rater ->
    [caregiver_proxy_by_you] , por usted.
    [caregiver_proxy] , por un cuidador.
    [caregiver_proxy_you] , por un cuidador.
    [clinician_in_person] , por la clínica.
    [clinician_phone] , por la clínica, por teléfono.
   *[self] .
}
sentence-nothing_recorded = { sentence-days } no se anotó nada.
sentence-always_skipped = { sentence-days } ({ sentence-ratings }) no hay total, porque { $count ->
    [one] una pregunta quedó
   *[other] { $count } preguntas quedaron
} siempre sin respuesta: { $items }.
sentence-no_total = { $ratings ->
    [one] { sentence-days }, la valoración deja una pregunta sin respuesta y por eso no tiene total (1 valoración).
   *[other] { sentence-days } ({ $ratings } valoraciones) no hay total, porque cada una deja al menos una pregunta sin respuesta.
}
sentence-ends = { $ends ->
    [none] {""}
    [near] {" "}menos de 1 punto, cerca de { $from } de { $of }
   *[both] {" "}de unos { $from } a unos { $to } de { $of }
}
sentence-set-apart = sin contar el cambio de quién respondió o del formulario
sentence-about = { $pace ->
    [small] menos de { $finest } puntos al mes
   *[told] { sentence-about-points }
}
sentence-about-points = { $points ->
    [one] alrededor de { $points } punto al mes
   *[other] alrededor de { $points } puntos al mes
}
sentence-likely = { $likely ->
    [none] {""}
    [most] {" "}(probablemente no más de { $faster })
    [between] {" "}(probablemente entre { $slower } y { $faster })
   *[within] {" "}(probablemente con un margen de { $finest })
}
sentence-pace = { $pace ->
    [none] {""}
   *[told] { sentence-pace-told }
}
sentence-pace-told = { $ends ->
    [none] , { sentence-about }{ sentence-likely }, { sentence-set-apart }
   *[both] , { sentence-about }{ sentence-likely }
}
sentence-fell = { sentence-stretch } { sentence-score } bajó{ sentence-ends }{ sentence-pace }.
sentence-rose = { sentence-stretch } { sentence-score } subió{ sentence-ends }{ sentence-pace }.
sentence-no_clear_change = { sentence-stretch } { sentence-score } no muestra un cambio claro{ sentence-two-ends }.{ sentence-possible }
sentence-two-ends = { $ends ->
    [none] , { sentence-set-apart }
    [near] : unos { $from } de { $of } al principio y al final
   *[both] : unos { $from } de { $of } al principio, unos { $to } al final
}
sentence-possible = { $possible ->
    [untold] {""}
    [none] {" "}Cualquier cambio es menor de { $finest } puntos al mes.
    [fall] {" "}{ sentence-possible-fall }
    [rise] {" "}{ sentence-possible-rise }
   *[both] {" "}{ sentence-possible-both }
}
sentence-possible-fall = Puede que no haya cambio, o una bajada de hasta { $fall ->
    [one] { $fall } punto
   *[other] { $fall } puntos
} al mes.
sentence-possible-rise = Puede que no haya cambio, o una subida de hasta { $rise ->
    [one] { $rise } punto
   *[other] { $rise } puntos
} al mes.
sentence-possible-both = Puede que no haya cambio, una bajada de hasta { $fall ->
    [one] { $fall } punto
   *[other] { $fall } puntos
} al mes, o una subida de hasta { $rise ->
    [one] { $rise } punto
   *[other] { $rise } puntos
} al mes.
sentence-always_the_same = { sentence-stretch } { sentence-score } fue cada vez { $ends ->
    [none] igual, { sentence-set-apart }
   *[near] { $from } de { $of }
}.
sentence-went = { $ends ->
    [none] { sentence-stretch } se valoró { sentence-score }.
   *[both] { sentence-stretch } { sentence-score } fue { $from } de { $of } al principio y { $to } al final.
}
sentence-on_a_line = { sentence-went } Con estas valoraciones no se puede decir cuán seguro sería un ritmo.
sentence-too_few = { sentence-went } Es demasiado poco para distinguir un cambio de los altibajos.
sentence-one_rating = { $ends ->
    [none] { sentence-one_rating-rated }
   *[both] { sentence-one_rating-scored }
}
sentence-one_rating-scored = { sentence-score } fue { $from } de { $of } el { $first_day }{ $side ->
    [before] , antes del comienzo
    [after] , después del comienzo
   *[none] {""}
} (1 valoración).
sentence-one_rating-rated = { sentence-score } se valoró el { $first_day }{ $side ->
    [before] , antes del comienzo
    [after] , después del comienzo
   *[none] {""}
} (1 valoración).
sentence-too_few_to_compare = { $days ->
    [none] Terminó antes de que hubiera días posteriores que mirar.
   *[more] { sentence-too_few_to_compare-rated }
}
sentence-too_few_to_compare-rated = { $side ->
    [before] antes del comienzo,
   *[after] después del comienzo,
} { sentence-days }, { $ratings ->
    [0] ninguna valoración tiene total.
    [one] 1 valoración tiene total: muy poco para comparar.
   *[other] { $ratings } valoraciones tienen total: muy pocas para comparar.
}
sentence-look_longer = Una evolución necesita valoraciones a lo largo de 12 semanas: para ver una, mire { $weeks } semanas o más.
sentence-takes = { $side ->
    [none] { sentence-takes-trend }
   *[after] { sentence-takes-comparison }
}{ sentence-takes-day }.
sentence-takes-trend = Para una evolución{ $score ->
    [total] {" "}del total
   *[none] {""}
} { $more_ratings ->
    [one] hace falta 1 valoración más
   *[other] hacen falta { $more_ratings } valoraciones más
}{ $score ->
    [total] {" "}con las doce respuestas
   *[none] {""}
}
sentence-takes-comparison = Para una comparación{ $score ->
    [total] {" "}del total
   *[none] {""}
} { $more_ratings ->
    [one] hace falta 1 valoración más
   *[other] hacen falta { $more_ratings } valoraciones más
}{ $score ->
    [total] {" "}con las doce respuestas
   *[none] {""}
}
sentence-takes-day = { $not_before ->
    [none] {""}
   *[day] , { sentence-takes-from }
}
sentence-takes-from = { $more_ratings ->
    [one] el { $not_before } o después
   *[other] una de ellas el { $not_before } o después
}
sentence-takes_in_all = Para una evolución{ $score ->
    [total] {" "}del total
   *[none] {""}
} hacen falta { $ratings } valoraciones{ $score ->
    [total] {" "}con las doce respuestas
   *[none] {""}
} a lo largo de { $weeks } semanas o más.
sentence-step = { $for_good ->
    [yes] desde el { $since }: { sentence-ways }; { sentence-seen }.
   *[no] a veces, por primera vez el { $since }: { sentence-ways }; { sentence-seen }.
}
sentence-ways = { $rater ->
    [none] { sentence-asked }
   *[new] { sentence-ways-rated }
}
sentence-ways-rated = { $tube ->
    [none] { sentence-rated }
   *[asked] { sentence-rated }; { sentence-asked }
}
sentence-rated = { $rater ->
    [self] { $name } respondió sin ayuda
    [self_you] usted respondió sin ayuda
    [self_with_help] { $name } respondió con ayuda
    [self_with_help_by_you] { $name } respondió con la ayuda de usted
    [self_with_help_you] usted respondió con ayuda de otra persona
    [caregiver_proxy] un cuidador respondió por { $name }, según lo que ve
    [caregiver_proxy_by_you] usted respondió por { $name }, según lo que ve
    [caregiver_proxy_you] un cuidador respondió por usted, según lo que ve
    [clinician_in_person] la clínica valoró, en persona
   *[clinician_phone] la clínica valoró, por teléfono
}
sentence-asked = { $tube ->
    [yes] se preguntó por cortar la comida como se hace con una sonda de alimentación
   *[no] se preguntó por cortar la comida como se hace sin sonda de alimentación
}
sentence-seen = { $seen ->
    [higher] { sentence-step-higher }
    [lower] { sentence-step-lower }
   *[unclear] no está claro si eso produjo un salto en { sentence-score }
}
sentence-step-higher = { sentence-score } estuvo entonces alrededor de { $points ->
    [one] { $points } punto
   *[other] { $points } puntos
} por encima del valor inmediatamente anterior{ $likely ->
    [between] {" "}(probablemente entre { $least } y { $most })
   *[none] {""}
}
sentence-step-lower = { sentence-score } estuvo entonces alrededor de { $points ->
    [one] { $points } punto
   *[other] { $points } puntos
} por debajo del valor inmediatamente anterior{ $likely ->
    [between] {" "}(probablemente entre { $least } y { $most })
   *[none] {""}
}
sentence-answered_by = { $all ->
    [yes] { sentence-answered_by-all }
   *[no] { sentence-answered_by-some }
}
sentence-answered_by-all = { $ratings ->
    [one] La única valoración fue
   *[other] Las { $of_ratings } valoraciones fueron
} { sentence-made }.
sentence-answered_by-some = De { $of_ratings } valoraciones, { $ratings ->
    [one] 1 fue
   *[other] { $ratings } fueron
} { sentence-made }.
sentence-made = { $rater ->
    [self] de { $name }, sin ayuda
    [self_you] de usted, sin ayuda
    [self_with_help] con ayuda
    [self_with_help_by_you] con la ayuda de usted
    [self_with_help_you] con ayuda de otra persona
    [caregiver_proxy] de un cuidador, según lo que ve
    [caregiver_proxy_by_you] de usted, según lo que ve
    [caregiver_proxy_you] de un cuidador, según lo que ve
    [clinician_in_person] de la clínica, en persona
   *[clinician_phone] de la clínica, por teléfono
}
sentence-incomplete = { $ratings ->
    [one] 1 valoración deja al menos una pregunta sin respuesta y no tiene total.
   *[other] { $ratings } valoraciones dejan al menos una pregunta sin respuesta y no tienen total.
}
sentence-left_out = { $ratings ->
    [one] 1 valoración es la única de su tipo (según quién respondió, y el formulario) y no se compara con las demás.
   *[other] { $ratings } valoraciones son cada una la única de su tipo (según quién respondió, y el formulario) y no se comparan con las demás.
}
sentence-recorded = { $kept ->
    [all] { sentence-recorded-all }
    [none] { sentence-recorded-none }
    [row] { sentence-recorded-row }
   *[some] { sentence-recorded-some }
}
sentence-recorded-all = { $weeks ->
    [1] La única semana desde el { $first_day } está anotada.
    [2] Las dos semanas desde el { $first_day } están anotadas.
   *[other] Las { $weeks } semanas desde el { $first_day } están todas anotadas.
}
sentence-recorded-none = { $weeks ->
    [one] La única semana desde el { $first_day } no está anotada.
   *[other] De las { $weeks } semanas desde el { $first_day } no está anotada ninguna.
}
sentence-recorded-row = De las { $weeks } semanas desde el { $first_day } { $weeks_recorded ->
    [one] está anotada 1
   *[other] están anotadas { $weeks_recorded }
}, las últimas { $weeks_in_a_row } seguidas.
sentence-recorded-some = De las { $weeks } semanas desde el { $first_day } { $weeks_recorded ->
    [one] está anotada 1.
   *[other] están anotadas { $weeks_recorded }.
}
sentence-rests = { sentence-days } ({ $ratings_before ->
    [one] 1 valoración
   *[other] { $ratings_before } valoraciones
} antes, { $ratings_after } después),
sentence-difference_up = { sentence-difference }
sentence-difference_down = { sentence-difference }
sentence-difference = { sentence-rests } el ritmo { sentence-of-score } después, menos el ritmo de antes, es de alrededor de { $per_month } puntos al mes (probablemente entre { $low } y { $high }).
sentence-no_clear_difference = { $apart ->
    [small] { sentence-no_clear_difference-small }
   *[told] { sentence-no_clear_difference-told }
}
sentence-no_clear_difference-small = { sentence-rests } no se ve una diferencia clara en el ritmo { sentence-of-score }: cualquier diferencia es demasiado pequeña para decirla.
sentence-no_clear_difference-told = { sentence-rests } no se ve una diferencia clara en el ritmo { sentence-of-score }: puede ser cualquier cosa entre { $low } y { $high } puntos al mes, así que quizá no haya ninguna.
sentence-difference_unknown = { sentence-rests } no se puede decir cuánto difiere el ritmo { sentence-of-score }: las valoraciones de un lado son demasiado regulares para decir cuán seguro sería.
sentence-at_the_end_of_the_scale = { sentence-rests } muchas valoraciones { sentence-of-score } están en 0 o en { $of }. Ahí una curva no muestra todo lo que cambia, con el tratamiento o sin él, así que no se da ninguna diferencia.
sentence-shows_no_cause = Una diferencia en el tiempo no muestra ninguna causa: esto no puede mostrar que el tratamiento hiciera algo, ni que no lo hiciera.
sentence-regression_to_the_mean = A menudo se empieza algo nuevo después de una racha inusualmente mala. Lo que sigue suele estar entonces más cerca de la media de cada persona, con tratamiento o sin él (regresión a la media).
sentence-faster_at_first = En muchas personas la pérdida es más rápida al principio y más lenta después, con tratamiento o sin él. Por eso, de por sí, el tiempo de después suele parecer mejor que el de antes.
sentence-changes_without_it = El ritmo también cambia por sí solo: en personas sin este tratamiento, alrededor de una de cada { $one_in } cambió en más de { $per_month } puntos al mes, hacia arriba o hacia abajo (visto en { $people } personas).
sentence-without_decline = Algunas personas no pierden nada durante un tiempo: { $half } de cada 100 durante medio año y { $year } durante un año en ensayos, { $register_half } y { $register_year } de cada 100 en un registro de toda una población.
sentence-used_before = El mismo tratamiento se usó también en el tiempo anterior: esas valoraciones no son de un tiempo sin él.
sentence-after_begins = Los días posteriores que se comparan empiezan el { $first_day }: cuentan las valoraciones desde entonces.
sentence-rated_in_different_ways = No todas las valoraciones se hicieron de la misma manera: cambió quién respondió, o el formulario. Cada manera tiene aquí su propio nivel, para que un cambio así no se tome por un ritmo.
sentence-other_treatments = { $treatments ->
    [one] En el mismo tiempo se usó otro tratamiento, que puede ser parte de una diferencia.
   *[other] En el mismo tiempo se usaron otros { $treatments } tratamientos, que pueden ser parte de una diferencia.
}

## What the team should hear of

flag-answers = { $rater ->
    [self_you] sus respuestas
    [self_with_help_you] sus respuestas
    [caregiver_proxy] las respuestas dadas en nombre de { $name }
    [caregiver_proxy_you] las respuestas dadas en su nombre
    [caregiver_proxy_by_you] las respuestas que usted dio en nombre de { $name }
    [clinician_in_person] las respuestas de la clínica
    [clinician_phone] las respuestas de la clínica
   *[self] las respuestas de { $name }
}
flag-words-nothing_recorded = Desde el { $day } no se ha anotado ninguna semana.
flag-words-breathing_now = { $goes_on ->
    [yes] Desde el { $day }, { flag-answers } dicen que cuesta respirar.
   *[no] El { $day }, { flag-answers } decían que costaba respirar.
}
flag-words-breathing_changed = El { $day } cambiaron { flag-answers } sobre la respiración.
flag-words-breathing_support_changed = El { $day } cambiaron { flag-answers } sobre la ayuda para respirar.
flag-words-swallowing_changed = El { $day } cambiaron { flag-answers } sobre la deglución.
flag-words-weight_down = { $goes_on ->
    [yes] Desde el { $day },
   *[no] El { $day },
} { $who ->
    [you] su peso
   *[other] el peso de { $name }
} { $goes_on ->
    [yes] está
   *[no] estaba
} { $tenth ->
    [yes] una décima parte
   *[no] una vigésima parte
} o más por debajo de lo que era antes.
flag-words-total_changed_quickly = Hasta el { $day } { flag-answers } habían cambiado mucho en pocas semanas.
flag-words-saliva_aids = { $goes_on ->
    [yes] Desde el { $day }, { flag-answers } dicen que hay demasiada saliva.
   *[no] El { $day }, { flag-answers } decían que había demasiada saliva.
}
flag-words-speech_aids = { $goes_on ->
    [yes] Desde el { $day }, { flag-answers } dicen que cuesta más hablar.
   *[no] El { $day }, { flag-answers } decían que costaba más hablar.
}
flag-words-help = { $who ->
    [you] Si ahora mismo le falta el aire, llame al número de emergencias.
   *[other] Si ahora mismo falta el aire, llame al número de emergencias.
}
flag-ask-silence = { $who ->
    [you] Por favor, diga a su equipo de ELA cómo va todo.
   *[other] Por favor, diga al equipo de ELA cómo va todo.
}
flag-ask-saliva = { $who ->
    [you] Hay ayuda para ello: por favor, pregunte a su equipo de ELA en su próxima consulta.
   *[other] Hay ayuda para ello: por favor, pregunte al equipo de ELA en la próxima consulta.
}
flag-ask-next_visit = { $who ->
    [you] Hay ayudas técnicas: por favor, pregunte a su equipo de ELA en su próxima consulta.
   *[other] Hay ayudas técnicas: por favor, pregunte al equipo de ELA en la próxima consulta.
}
flag-ask-tell_team = { $who ->
    [you] Por favor, dígalo a su equipo de ELA.
   *[other] Por favor, dígalo al equipo de ELA.
}
flag-ask-contact = { $who ->
    [you] Por favor, póngase en contacto con su equipo de ELA.
   *[other] Por favor, póngase en contacto con el equipo de ELA.
}
flag-ask-contact_this_week = { $who ->
    [you] Por favor, póngase en contacto con su equipo de ELA esta semana.
   *[other] Por favor, póngase en contacto con el equipo de ELA esta semana.
}
flag-ask-contact_today = { $who ->
    [you] Por favor, póngase en contacto con su equipo de ELA hoy.
   *[other] Por favor, póngase en contacto con el equipo de ELA hoy.
}

## What happened beside the weeks

happened-started = { $what }: comienzo
happened-ended = { $what }: fin
marker-a_treatment = un tratamiento
marker-a_device = una ayuda técnica
marker-headache = dolor de cabeza
marker-fatigue = cansancio
marker-fever = fiebre
marker-site_pain = dolor en la zona
marker-other = otro efecto secundario
marker-gastrostomy = sonda de alimentación por el vientre (gastrostomía)
marker-nasogastric_tube = sonda de alimentación por la nariz
marker-niv_over_22_hours = mascarilla más de 22 horas al día
marker-tracheostomy = traqueostomía
marker-wheelchair = silla de ruedas
marker-speech_device = comunicador

## The picture of a trend

picture-title = El diario del { $from } al { $to }
picture-shown-plain = Una imagen de las valoraciones de estas semanas: el total y las cuatro áreas de la escala. Se omiten números, estadios y ritmos.
picture-total = Total, de 0 a 48
picture-total-plain = Total
picture-higher = Las doce respuestas juntas: más alto significa que se puede más.
picture-nothing-yet = Aún no hay valoraciones
picture-nothing-here = Nada en estas semanas
picture-silence = sin valoraciones
picture-by-oneself = respondido a solas
picture-by-helped = respondido con ayuda
picture-by-proxy = visto por un cuidador
picture-by-clinic = valorado por la clínica
picture-by-clinic-phone = valorado por la clínica, por teléfono
picture-line = evolución
picture-band = rango probable de la evolución (95 %)
picture-band-plain = rango probable de la evolución
picture-open = una pregunta sin responder: sin total
picture-areas = Las cuatro áreas, de 0 a 12 cada una
picture-areas-plain = Las cuatro áreas
picture-happened = Lo que pasó
picture-treatment = { $day }: { $label }
picture-side-effect = { $day }: efecto secundario, { $label }
picture-milestone = { $day }: hito, { $label }
picture-kings = Estadio de King’s, estimado
picture-mitos = Estadio MiToS: funciones perdidas
picture-ft9 = Estadio FT9: áreas en 9 o menos
picture-kings-0 = 0: ninguna región contada
picture-kings-1 = 1: una región del cuerpo
picture-kings-2 = 2: dos regiones del cuerpo
picture-kings-3 = 3: tres regiones del cuerpo
picture-kings-4a = 4A: la nutrición necesita ayuda
picture-kings-4b = 4B: la respiración necesita ayuda
picture-kings-4ab = 4A+4B: la nutrición y la respiración necesitan ayuda
picture-mitos-0 = 0: ninguna
picture-mitos-1 = 1: una
picture-mitos-2 = 2: dos
picture-mitos-3 = 3: tres
picture-mitos-4 = 4: moverse, tragar, comunicarse, respirar
picture-ft9-0 = 0: ninguna
picture-ft9-1 = 1: una
picture-ft9-2 = 2: dos
picture-ft9-3 = 3: tres
picture-ft9-4 = 4: las cuatro

## The small pages that links of mails lead to

veto-title = Que nadie actúe por mí
veto-says = Una persona que usted eligió pide actuar por usted, o ya lo hace.
veto-no = No, nadie actúa por mí
veto-remove = Quitar a quienes dejó entrar
veto-in-app = Esta página necesita JavaScript. También puede decir que no en la aplicación.
veto-others = Quienes entraron por alguien que actuaba por usted todavía ven su diario.
veto-left = Nadie actúa por usted. Personas que dejó entrar y que todavía ven su diario: { $count }.
veto-removed = Nadie actúa por usted, y se ha quitado a quienes dejó entrar. Puede cerrar esta página.
veto-done = Nadie actúa por usted. Puede cerrar esta página.
veto-gone = Este enlace ya no sirve. Mire en la aplicación quién actúa por usted.
unwanted-title = Ninguna invitación más
unwanted-says = Se le invitó por correo, y puede no recibir más correos así.
unwanted-undo = Permitir de nuevo las invitaciones
unwanted-done = Ya no se le enviará ninguna invitación. Puede cerrar esta página.
unwanted-undone = Vuelven a llegar invitaciones. Puede cerrar esta página.
touch-script = Esta página necesita JavaScript.
touch-failed = No ha funcionado. Inténtelo otra vez.
