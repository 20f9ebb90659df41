<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AddChildCommand</name>
    <message>
        <source>Add field inside %1</source>
        <translation>Feld in %1 einfügen</translation>
    </message>
</context>
<context>
    <name>AddFieldCommand</name>
    <message>
        <source>Add field</source>
        <translation>Feld einfügen</translation>
    </message>
</context>
<context>
    <name>AddFieldsCommand</name>
    <message>
        <source>Paste fields</source>
        <translation>Felder einfügen</translation>
    </message>
</context>
<context>
    <name>AddPropertyCommand</name>
    <message>
        <source>Field from the page</source>
        <translation>Feld von der Seite</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>%1 % of %2 = %3</source>
        <translation>%1 % von %2 = %3</translation>
    </message>
    <message numerus="yes">
        <source>sum of %1 over %n row(s) = %2</source>
        <translation>
            <numerusform>Summe von %1 über %n Zeile = %2</numerusform>
            <numerusform>Summe von %1 über %n Zeilen = %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 + %n day(s) = %2</source>
        <translation>
            <numerusform>%1 + %n Tag = %2</numerusform>
            <numerusform>%1 + %n Tage = %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Agrees: %1</source>
        <translation>Stimmt überein: %1</translation>
    </message>
    <message>
        <source>In the other rows %1; here %2 would be %3.</source>
        <translation>In den anderen Zeilen ist %1; hier wäre %2 dann %3.</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The unsaved schema cannot be kept for the next start.</source>
        <translation>Das nicht gespeicherte Schema lässt sich nicht für den nächsten Start aufbewahren.</translation>
    </message>
    <message>
        <source>It can be saved elsewhere with Save as…; closing now loses it.</source>
        <translation>Mit „Speichern unter …“ lässt es sich an anderer Stelle sichern; wer jetzt schließt, verliert es.</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Schließen und verlieren</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Extract data from documents.</source>
        <translation>Daten aus Dokumenten ziehen.</translation>
    </message>
    <message>
        <source>The JSON Schema of the wanted data.</source>
        <translation>Das JSON-Schema der gewünschten Daten.</translation>
    </message>
    <message>
        <source>The API&apos;s configuration object; a schema given beside it replaces its data_schema.</source>
        <translation>Das Objekt configuration der API; ein Schema, das daneben angegeben ist, ersetzt sein data_schema.</translation>
    </message>
    <message>
        <source>Pages to read, such as 1,3,5-7.</source>
        <translation>Seiten, die gelesen werden, zum Beispiel 1,3,5-7.</translation>
    </message>
    <message>
        <source>cost_effective, agentic, …</source>
        <translation>cost_effective, agentic, …</translation>
    </message>
    <message>
        <source>One result per_doc, per_page or per_table_row.</source>
        <translation>Ein Ergebnis je Dokument (per_doc), Seite (per_page) oder Tabellenzeile (per_table_row).</translation>
    </message>
    <message>
        <source>Cancel what is not done after so many seconds.</source>
        <translation>Abbrechen, was nach so vielen Sekunden nicht fertig ist.</translation>
    </message>
    <message>
        <source>Keep trying for so many seconds while the server cannot be reached (default 30).</source>
        <translation>Es so viele Sekunden lang weiter versuchen, solange der Server nicht erreichbar ist (sonst 30).</translation>
    </message>
    <message>
        <source>Port of the local service (default: a free one).</source>
        <translation>Port des lokalen Dienstes (sonst ein freier).</translation>
    </message>
    <message>
        <source>Print values, confidence and citations as a table on standard output.</source>
        <translation>Werte, Sicherheit und Belege als Tabelle auf die Standardausgabe schreiben.</translation>
    </message>
    <message>
        <source>Give a schema with --schema, or a configuration with --configuration.</source>
        <translation>Geben Sie mit --schema ein Schema oder mit --configuration eine Konfiguration an.</translation>
    </message>
    <message>
        <source>Give at least one document.</source>
        <translation>Geben Sie mindestens ein Dokument an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of an API; write it like https://api.cloud.llamaindex.ai.</source>
        <translation>„%1“ ist keine Adresse einer API; schreiben Sie sie wie https://api.cloud.llamaindex.ai.</translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3.</source>
        <translation>--%1 erwartet eine Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>Give either --connection or --base-url.</source>
        <translation>Geben Sie entweder --connection oder --base-url an.</translation>
    </message>
    <message>
        <source>There is no connection &quot;%1&quot;; extract-studio-cli connections list names them.</source>
        <translation>Es gibt keine Verbindung „%1“; extract-studio-cli connections list nennt alle.</translation>
    </message>
    <message>
        <source>The environment variable LLAMA_CLOUD_BASE_URL is no address of an API.</source>
        <translation>Die Umgebungsvariable LLAMA_CLOUD_BASE_URL ist keine Adresse einer API.</translation>
    </message>
    <message>
        <source>There is no command %1 %2.</source>
        <translation>Es gibt keinen Befehl %1 %2.</translation>
    </message>
    <message>
        <source>The first argument has to be a command.</source>
        <translation>Das erste Argument muss ein Befehl sein.</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation>Es gibt keinen Befehl %1.</translation>
    </message>
    <message>
        <source>Give %1 behind the command.</source>
        <translation>Geben Sie hinter dem Befehl %1 an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one argument too many.</source>
        <translation>„%1“ ist ein Argument zu viel.</translation>
    </message>
    <message>
        <source>--%1 takes an amount such as 25 or 2.50.</source>
        <translation>--%1 verlangt einen Betrag wie 25 oder 2.50.</translation>
    </message>
    <message>
        <source>A connection of the window, with its key from the keyring, its project, proxy and authorities.</source>
        <translation>Eine Verbindung des Fensters, mit ihrem Schlüssel aus dem Schlüsselbund, ihrem Projekt, Proxy und ihren Zertifizierungsstellen.</translation>
    </message>
    <message>
        <source>Address of the API, with the key from LLAMA_CLOUD_API_KEY.</source>
        <translation>Adresse der API, mit dem Schlüssel aus LLAMA_CLOUD_API_KEY.</translation>
    </message>
    <message>
        <source>The project on the server; without it the connection&apos;s, or the key&apos;s own.</source>
        <translation>Das Projekt auf dem Server; ohne diese Angabe das der Verbindung oder das des Schlüssels.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Errors as one JSON object a line on standard error, and nothing else there.</source>
        <translation>Fehler als je ein JSON-Objekt pro Zeile auf der Standardfehlerausgabe, und dort nichts sonst.</translation>
    </message>
    <message>
        <source>No notes and no progress on standard error, only errors.</source>
        <translation>Keine Hinweise und kein Fortschritt auf der Standardfehlerausgabe, nur Fehler.</translation>
    </message>
    <message>
        <source>This help.</source>
        <translation>Diese Hilfe.</translation>
    </message>
    <message>
        <source>Write to this file instead of standard output.</source>
        <translation>In diese Datei schreiben statt auf die Standardausgabe.</translation>
    </message>
    <message>
        <source>Replace files that are there already.</source>
        <translation>Dateien ersetzen, die schon da sind.</translation>
    </message>
    <message>
        <source>JSON instead of a table.</source>
        <translation>JSON statt einer Tabelle.</translation>
    </message>
    <message>
        <source>With --output DIR and the format json, DIR/&lt;base name&gt;.json is the whole job object as the API returned it; when documents have the same base name, the second is called &lt;base name&gt;-2.json, and so on. The other formats make one file, DIR/results.jsonl, .csv or .xlsx. Without --output the results go to standard output. Files that are there are not replaced unless --overwrite is given.</source>
        <translation>Mit --output DIR und dem Format json ist DIR/&lt;Grundname&gt;.json das ganze Auftragsobjekt, wie die API es geliefert hat; haben Dokumente denselben Grundnamen, so heißt das zweite &lt;Grundname&gt;-2.json und so weiter. Die anderen Formate ergeben eine Datei, DIR/results.jsonl, .csv oder .xlsx. Ohne --output gehen die Ergebnisse auf die Standardausgabe. Dateien, die da sind, werden nur mit --overwrite ersetzt.</translation>
    </message>
    <message>
        <source>DIR also keeps (in .extract-studio) what was sent. After Ctrl+C, a crash or a failure the same command goes on where it stopped: what is done is not sent again, and jobs that the server has are picked up.</source>
        <translation>DIR behält auch (in .extract-studio), was gesendet wurde. Nach Strg+C, einem Absturz oder einem Fehler macht derselbe Befehl dort weiter, wo er aufgehört hat: Fertiges wird nicht noch einmal gesendet, und Aufträge, die der Server hat, werden wieder aufgenommen.</translation>
    </message>
    <message>
        <source>Citations and confidence are on unless the configuration says otherwise.</source>
        <translation>Belege und Konfidenz sind eingeschaltet, wenn die Konfiguration nichts anderes sagt.</translation>
    </message>
    <message>
        <source>What to extract</source>
        <translation>Was extrahiert wird</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>Wohin die Ergebnisse gehen</translation>
    </message>
    <message>
        <source>Folder for the results; it is made when it does not exist.</source>
        <translation>Ordner für die Ergebnisse; er wird angelegt, wenn es ihn nicht gibt.</translation>
    </message>
    <message>
        <source>json (default), jsonl, csv or xlsx.</source>
        <translation>json (Vorgabe), jsonl, csv oder xlsx.</translation>
    </message>
    <message>
        <source>Of CSV: one row for each element of this list, such as line_items.</source>
        <translation>Bei CSV: eine Zeile je Element dieser Liste, etwa line_items.</translation>
    </message>
    <message>
        <source>Of CSV: page, citation and confidence behind every value.</source>
        <translation>Bei CSV: Seite, Beleg und Konfidenz hinter jedem Wert.</translation>
    </message>
    <message>
        <source>Extract also what an earlier run has done; with --overwrite its files are replaced.</source>
        <translation>Auch das extrahieren, was ein früherer Lauf erledigt hat; mit --overwrite werden dessen Dateien ersetzt.</translation>
    </message>
    <message>
        <source>What it may cost</source>
        <translation>Was es kosten darf</translation>
    </message>
    <message>
        <source>Say pages and cost and send nothing; with --format json as JSON.</source>
        <translation>Seiten und Kosten nennen und nichts senden; mit --format json als JSON.</translation>
    </message>
    <message>
        <source>Send nothing when the estimate is above so many credits.</source>
        <translation>Nichts senden, wenn die Schätzung über so vielen Credits liegt.</translation>
    </message>
    <message>
        <source>The same in money, in the currency of the rates (US dollars).</source>
        <translation>Dasselbe in Geld, in der Währung der Preisliste (US-Dollar).</translation>
    </message>
    <message>
        <source>How it runs</source>
        <translation>Wie es läuft</translation>
    </message>
    <message>
        <source>Go on and extract each document that comes into FOLDER, once, until Ctrl+C.</source>
        <translation>Weiterlaufen und jedes Dokument, das in FOLDER kommt, einmal extrahieren, bis Strg+C.</translation>
    </message>
    <message>
        <source>Where the documents go (default: the local service, which is started)</source>
        <translation>Wohin die Dokumente gehen (Vorgabe: der lokale Dienst, der gestartet wird)</translation>
    </message>
    <message>
        <source>Check a schema.</source>
        <translation>Ein Schema prüfen.</translation>
    </message>
    <message>
        <source>Says what is wrong with a schema, or may be, one finding a line: error or warning, the place as a JSON pointer, and a sentence. A configuration is taken for the schema in it. With --server, or with a connection, the server checks it, too.</source>
        <translation>Sagt, was an einem Schema falsch ist oder sein kann, ein Befund pro Zeile: Fehler oder Warnung, die Stelle als JSON Pointer und ein Satz. Bei einer Konfiguration gilt das Schema darin. Mit --server oder mit einer Verbindung prüft es auch der Server.</translation>
    </message>
    <message>
        <source>The exit status is 1 when there is an error; warnings alone are none.</source>
        <translation>Der Exit-Status ist 1, wenn es einen Fehler gibt; Warnungen allein sind keiner.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Have the server check it, too.</source>
        <translation>Auch vom Server prüfen lassen.</translation>
    </message>
    <message>
        <source>Which server</source>
        <translation>Welcher Server</translation>
    </message>
    <message>
        <source>Make a schema from an example or from types.</source>
        <translation>Ein Schema aus einem Beispiel oder aus Typen machen.</translation>
    </message>
    <message>
        <source>FILE is a JSON Schema of any draft, an example of the data in JSON, a CSV table, TypeScript interfaces or Pydantic classes; - reads standard input. Nothing is sent or run. What was not understood is noted on standard error with its line.</source>
        <translation>FILE ist ein JSON-Schema beliebiger Fassung, ein Beispiel der Daten in JSON, eine CSV-Tabelle, TypeScript-Interfaces oder Pydantic-Klassen; - liest die Standardeingabe. Nichts wird gesendet oder ausgeführt. Was nicht verstanden wurde, steht mit seiner Zeile auf der Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Wohin es geht</translation>
    </message>
    <message>
        <source>Have the server propose a schema.</source>
        <translation>Den Server ein Schema vorschlagen lassen.</translation>
    </message>
    <message>
        <source>From a sample document, from a description in your own words, or from both. Without a connection the local service does it.</source>
        <translation>Aus einem Beispieldokument, aus einer Beschreibung in eigenen Worten oder aus beidem. Ohne Verbindung tut es der lokale Dienst.</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>Woraus es gemacht wird</translation>
    </message>
    <message>
        <source>The wanted fields in your own words.</source>
        <translation>Die gewünschten Felder in eigenen Worten.</translation>
    </message>
    <message>
        <source>A schema to go on from.</source>
        <translation>Ein Schema, von dem aus weitergemacht wird.</translation>
    </message>
    <message>
        <source>List the jobs that a server has.</source>
        <translation>Die Aufträge auflisten, die ein Server hat.</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>Only those in this state.</source>
        <translation>Nur die in diesem Zustand.</translation>
    </message>
    <message>
        <source>Only those of this file (dfl-…) or parse job (pjb-…).</source>
        <translation>Nur die zu dieser Datei (dfl-…) oder diesem Parse-Auftrag (pjb-…).</translation>
    </message>
    <message>
        <source>Only those made then or later, such as 2026-01-31 or 2026-01-31T12:00Z.</source>
        <translation>Nur die von da an oder später, etwa 2026-01-31 oder 2026-01-31T12:00Z.</translation>
    </message>
    <message>
        <source>At most so many (default 50).</source>
        <translation>Höchstens so viele (Vorgabe 50).</translation>
    </message>
    <message>
        <source>Print jobs with their results.</source>
        <translation>Aufträge mit ihren Ergebnissen ausgeben.</translation>
    </message>
    <message>
        <source>Each as the whole job object in JSON, or as a table.</source>
        <translation>Jeder als ganzes Auftragsobjekt in JSON oder als Tabelle.</translation>
    </message>
    <message>
        <source>Values, confidence and citations as a table.</source>
        <translation>Werte, Konfidenz und Belege als Tabelle.</translation>
    </message>
    <message>
        <source>End jobs that are not over.</source>
        <translation>Aufträge beenden, die noch nicht zu Ende sind.</translation>
    </message>
    <message>
        <source>Have the server forget jobs and their results.</source>
        <translation>Den Server Aufträge und ihre Ergebnisse vergessen lassen.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>List the window&apos;s connections.</source>
        <translation>Die Verbindungen des Fensters auflisten.</translation>
    </message>
    <message>
        <source>Their keys stay in the keyring and are not read.</source>
        <translation>Ihre Schlüssel bleiben im Schlüsselbund und werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Only their names, one a line.</source>
        <translation>Nur ihre Namen, einer pro Zeile.</translation>
    </message>
    <message>
        <source>Write the completion script of a shell.</source>
        <translation>Das Vervollständigungsskript einer Shell ausgeben.</translation>
    </message>
    <message>
        <source>The package installs them already.</source>
        <translation>Das Paket installiert sie schon.</translation>
    </message>
    <message>
        <source>Write the manual page.</source>
        <translation>Die Handbuchseite ausgeben.</translation>
    </message>
    <message>
        <source>Give a document, a description with --prompt, or both.</source>
        <translation>Geben Sie ein Dokument an, eine Beschreibung mit --prompt oder beides.</translation>
    </message>
    <message>
        <source>There is completion for %1.</source>
        <translation>Vervollständigung gibt es für %1.</translation>
    </message>
    <message>
        <source>There is no PDF file and no picture in %1.</source>
        <translation>In %1 ist keine PDF-Datei und kein Bild.</translation>
    </message>
    <message>
        <source>--format takes json, jsonl, csv or xlsx.</source>
        <translation>--format verlangt json, jsonl, csv oder xlsx.</translation>
    </message>
    <message>
        <source>--rows and --provenance belong to --format csv.</source>
        <translation>--rows und --provenance gehören zu --format csv.</translation>
    </message>
    <message>
        <source>--output takes the name of a folder.</source>
        <translation>--output verlangt den Namen eines Ordners.</translation>
    </message>
    <message>
        <source>A workbook is no text; give a folder for it with --output.</source>
        <translation>Eine Arbeitsmappe ist kein Text; geben Sie mit --output einen Ordner dafür an.</translation>
    </message>
    <message>
        <source>There is no folder %1 that could be watched.</source>
        <translation>Es gibt keinen Ordner %1, der beobachtet werden könnte.</translation>
    </message>
    <message>
        <source>--watch needs a folder for the results, --output, and goes without --estimate.</source>
        <translation>--watch braucht einen Ordner für die Ergebnisse, --output, und geht nicht mit --estimate.</translation>
    </message>
    <message>
        <source>Newest first. Without a connection these are the jobs of this computer that the window made; the window may be open.</source>
        <translation>Die neuesten zuerst. Ohne Verbindung sind es die Aufträge dieses Computers, die das Fenster erstellt hat; das Fenster darf offen sein.</translation>
    </message>
    <message>
        <source>Say whether a connection works, and what is wrong.</source>
        <translation>Sagt, ob eine Verbindung funktioniert und woran es sonst liegt.</translation>
    </message>
    <message>
        <source>Asks the server for the projects of the key and prints them. Tells a wrong key from a key of the other region, a server that cannot be reached, a certificate that is not trusted and an address that is no API.</source>
        <translation>Fragt den Server nach den Projekten des Schlüssels und gibt sie aus. Unterscheidet einen falschen Schlüssel von einem der anderen Region, einem Server, der nicht erreichbar ist, einem Zertifikat, dem nicht vertraut wird, und einer Adresse, die keine API ist.</translation>
    </message>
    <message>
        <source>The exit status is 1 when the connection does not work.</source>
        <translation>Der Exit-Status ist 1, wenn die Verbindung nicht funktioniert.</translation>
    </message>
    <message>
        <source>Reads each document by the schema and writes what it found. A DOCUMENT is a PDF file, a picture, a folder of them, an address on the web (http, https), or the id of an input that the server has (dfl-…, pjb-…). A document that fails does not stop the others.</source>
        <translation>Liest jedes Dokument nach dem Schema und schreibt, was es gefunden hat. Ein DOCUMENT ist eine PDF-Datei, ein Bild, ein Ordner mit solchen, eine Adresse im Web (http, https) oder die Kennung einer Eingabe, die der Server hat (dfl-…, pjb-…). Ein Dokument, das scheitert, hält die anderen nicht auf.</translation>
    </message>
    <message>
        <source>The schema has no list, so --rows has nothing to make rows of.</source>
        <translation>Das Schema hat keine Liste, also hat --rows nichts, woraus Zeilen werden könnten.</translation>
    </message>
    <message>
        <source>The schema has no list %1. --rows takes one of: %2.</source>
        <translation>Das Schema hat keine Liste %1. --rows nimmt eine von diesen: %2.</translation>
    </message>
    <message>
        <source>Workbooks in the watched folder would be taken for documents. Give another folder with --output.</source>
        <translation>Arbeitsmappen im beobachteten Ordner würden für Dokumente gehalten. Geben Sie mit --output einen anderen Ordner an.</translation>
    </message>
</context>
<context>
    <name>ConfidencePainter</name>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>check</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>level and score, as in: low 0.46</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ConfigurationCommand</name>
    <message>
        <source>Change the configuration</source>
        <translation>Konfiguration ändern</translation>
    </message>
</context>
<context>
    <name>ConfigurationPage</name>
    <message>
        <source>Extraction</source>
        <translation>Extraktion</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>neueste</translation>
    </message>
    <message>
        <source>&quot;latest&quot;, or a release as YYYY-MM-DD</source>
        <translation>„latest“ oder ein Stand als JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Target pages</source>
        <translation>Seitenauswahl</translation>
    </message>
    <message>
        <source>all, or 1,3,5-7</source>
        <translation>alle, oder 1,3,5-7</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Cite sources</source>
        <translation>Quellen angeben</translation>
    </message>
    <message>
        <source>boxes on the page</source>
        <translation>Rahmen auf der Seite</translation>
    </message>
    <message>
        <source>Confidence scores</source>
        <translation>Sicherheitswerte</translation>
    </message>
    <message>
        <source>up to 100 pages</source>
        <translation>bis zu 100 Seiten</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Hinweise an das System</translation>
    </message>
    <message>
        <source>What holds for all fields, such as how dates are written</source>
        <translation>Was für alle Felder gilt, etwa wie Daten geschrieben sind</translation>
    </message>
    <message>
        <source>One result for the document, one for each page, or one for each row of its tables.</source>
        <translation>Ein Ergebnis für das Dokument, eines je Seite oder eines je Zeile seiner Tabellen.</translation>
    </message>
    <message>
        <source>The newest by default; a date keeps to one release, so that runs stay alike.</source>
        <translation>Ohne Angabe die neueste; ein Datum bleibt bei einer Fassung, sodass Läufe gleich bleiben.</translation>
    </message>
    <message>
        <source>no limit (default)</source>
        <translation>alle (Vorgabe)</translation>
    </message>
    <message>
        <source>A hint for the whole document. What one field means belongs into its description.</source>
        <translation>Ein Hinweis für das ganze Dokument. Was ein Feld bedeutet, gehört in dessen Beschreibung.</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Documents go to</source>
        <translation>Dokumente gehen an</translation>
    </message>
    <message>
        <source>The local service reads the documents. Nothing leaves this computer; there is no key and no cost.</source>
        <translation>Der lokale Dienst liest die Dokumente. Nichts verlässt diesen Computer; es gibt keinen Schlüssel und keine Kosten.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basisadresse</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring and nowhere else.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund des Systems und nirgends sonst.</translation>
    </message>
    <message>
        <source>Use the key until the program ends, without keeping it</source>
        <translation>Schlüssel nur bis zum Programmende verwenden, nicht aufbewahren</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Test the connection to choose among the key&apos;s projects, or type an id.</source>
        <translation>Prüfen Sie die Verbindung, um unter den Projekten des Schlüssels zu wählen, oder geben Sie eine Kennung ein.</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen je Minute</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>What the server grants; LlamaCloud&apos;s free plan has 20. The program never asks more often.</source>
        <translation>Was der Server gewährt; der kostenlose Tarif von LlamaCloud hat 20. Öfter fragt das Programm nie.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>as the system (default)</source>
        <translation>wie das System (Vorgabe)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>this one:</source>
        <translation>dieser:</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>http://proxy.example.org:8080 or socks5://…</source>
        <translation>http://proxy.example.org:8080 oder socks5://…</translation>
    </message>
    <message>
        <source>Own CA</source>
        <translation>Eigene CA</translation>
    </message>
    <message>
        <source>A PEM file of an authority that is trusted for this server besides those of the system.</source>
        <translation>PEM-Datei einer Zertifizierungsstelle, der für diesen Server neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>CA-Datei wählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>der des Systems</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>the local service</source>
        <translation>der lokale Dienst</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>CostQuestion</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>The limit stands in the configuration, below the sum.</source>
        <translation>Die Grenze steht in der Konfiguration unter der Summe.</translation>
    </message>
</context>
<context>
    <name>Costs</name>
    <message>
        <source>1 credit</source>
        <translation>1 Credit</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
</context>
<context>
    <name>DeleteQuestion</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n job(s) here and on the server?</source>
        <translation>
            <numerusform>%n Auftrag hier und auf dem Server löschen?</numerusform>
            <numerusform>%n Aufträge hier und auf dem Server löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n job(s)?</source>
        <translation>
            <numerusform>%n Auftrag löschen?</numerusform>
            <numerusform>%n Aufträge löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The values of %n job(s) and what was reviewed of them are gone then; the documents stay.</source>
        <translation>
            <numerusform>Die Werte von %n Auftrag und was an ihnen geprüft wurde sind dann weg; das Dokument bleibt.</numerusform>
            <numerusform>Die Werte von %n Aufträgen und was an ihnen geprüft wurde sind dann weg; die Dokumente bleiben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateFieldCommand</name>
    <message>
        <source>Duplicate field</source>
        <translation>Feld verdoppeln</translation>
    </message>
</context>
<context>
    <name>EditJsonCommand</name>
    <message>
        <source>Edit JSON</source>
        <translation>JSON bearbeiten</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file %1 is not there.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Check its name, or choose it again.</source>
        <translation>Prüfen Sie den Namen, oder wählen Sie sie noch einmal aus.</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>Die Datei %1 ist leer.</translation>
    </message>
    <message>
        <source>Choose a file that has content.</source>
        <translation>Wählen Sie eine Datei mit Inhalt.</translation>
    </message>
    <message>
        <source>The file %1 is too large to be sent.</source>
        <translation>Die Datei %1 ist zu groß zum Senden.</translation>
    </message>
    <message>
        <source>Split it, or send fewer pages; the limit is 100 MB.</source>
        <translation>Teilen Sie sie, oder senden Sie weniger Seiten; die Grenze liegt bei 100 MB.</translation>
    </message>
    <message>
        <source>%1 could not be written%2.</source>
        <translation>%1 konnte nicht geschrieben werden%2.</translation>
    </message>
    <message>
        <source>Check that the folder exists, that you may write there and that the disk is not full.</source>
        <translation>Prüfen Sie, ob es den Ordner gibt, ob Sie dort schreiben dürfen und ob noch Platz ist.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read%2.</source>
        <translation>Die Datei %1 kann nicht gelesen werden%2.</translation>
    </message>
    <message>
        <source>Check that you may open it.</source>
        <translation>Prüfen Sie, ob Sie sie öffnen dürfen.</translation>
    </message>
    <message>
        <source>%1 is not a document that can be read.</source>
        <translation>%1 ist kein lesbares Dokument.</translation>
    </message>
    <message>
        <source>%1 needs a password.</source>
        <translation>%1 ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <source>Save a copy without a password and add that one.</source>
        <translation>Speichern Sie eine Kopie ohne Passwort, und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>No text was found in %1.</source>
        <translation>Kein Text gefunden: %1.</translation>
    </message>
    <message>
        <source>If it is a scan, try one that is sharper or larger.</source>
        <translation>Ist es ein Scan, versuchen Sie es mit einem schärferen oder größeren.</translation>
    </message>
    <message>
        <source>%1 is too large to be read%2.</source>
        <translation>%1 ist zu groß zum Lesen%2.</translation>
    </message>
    <message>
        <source>Choose fewer pages, or split it.</source>
        <translation>Wählen Sie weniger Seiten, oder teilen Sie das Dokument.</translation>
    </message>
    <message>
        <source>%1 has none of the pages that were asked for%2.</source>
        <translation>%1 enthält keine der verlangten Seiten%2.</translation>
    </message>
    <message>
        <source>Change the target pages in the configuration.</source>
        <translation>Ändern Sie die Seitenauswahl in der Konfiguration.</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be read.</source>
        <translation>%1 ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Open it in another program and save it again, or ask for a new copy.</source>
        <translation>Öffnen und speichern Sie das Dokument in einem anderen Programm, oder bitten Sie um eine neue Kopie.</translation>
    </message>
    <message>
        <source>%1 is not valid JSON: %2.</source>
        <translation>%1 ist kein gültiges JSON: %2.</translation>
    </message>
    <message>
        <source>Correct it at this place.</source>
        <translation>Berichtigen Sie diese Stelle.</translation>
    </message>
    <message>
        <source>A schema is a JSON object with &quot;type&quot;: &quot;object&quot; and &quot;properties&quot;; put a list into one of its properties.</source>
        <translation>Ein Schema ist ein JSON-Objekt mit &quot;type&quot;: &quot;object&quot; und &quot;properties&quot;; eine Liste gehört in eine seiner Eigenschaften.</translation>
    </message>
    <message>
        <source>The schema cannot be used: %1.</source>
        <translation>Das Schema ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>Correct the schema at this place.</source>
        <translation>Berichtigen Sie das Schema an dieser Stelle.</translation>
    </message>
    <message>
        <source>The configuration is not right: %1 %2.</source>
        <translation>Die Konfiguration stimmt nicht: %1 %2.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Berichtigen Sie das, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no network.</source>
        <translation>Es besteht keine Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>Connect this computer and try again; &quot;This computer&quot; works without a network.</source>
        <translation>Verbinden Sie den Computer, und versuchen Sie es erneut; „Dieser Computer“ arbeitet auch ohne Netzwerk.</translation>
    </message>
    <message>
        <source>The server %1 was not found.</source>
        <translation>Der Server %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the address and whether this computer is online.</source>
        <translation>Prüfen Sie die Adresse und ob dieser Computer online ist.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Von %1 kommt keine Antwort.</translation>
    </message>
    <message>
        <source>Check the address and the port, and whether the server runs.</source>
        <translation>Prüfen Sie Adresse und Port, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted%2.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen%2.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server; nothing was sent.</source>
        <translation>Fragen Sie den Betreiber des Servers; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>Von %1 kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the server.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, prüfen Sie den Server.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen.</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>Prüfen Sie das Netzwerk, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The server does not accept the key.</source>
        <translation>Der Server nimmt den Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>Check the API key, and that it belongs to the region of this server.</source>
        <translation>Prüfen Sie den API-Schlüssel, und ob er zur Region dieses Servers gehört.</translation>
    </message>
    <message>
        <source>The key may not do this%1.</source>
        <translation>Der Schlüssel ist dafür nicht berechtigt%1.</translation>
    </message>
    <message>
        <source>Use a key of the right project.</source>
        <translation>Verwenden Sie einen Schlüssel des richtigen Projekts.</translation>
    </message>
    <message>
        <source>The credits of this account are used up.</source>
        <translation>Das Guthaben dieses Kontos ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Add credits, or run on this computer.</source>
        <translation>Laden Sie Guthaben auf, oder arbeiten Sie auf diesem Computer.</translation>
    </message>
    <message>
        <source>The server does not know this any more.</source>
        <translation>Der Server kennt das nicht mehr.</translation>
    </message>
    <message>
        <source>It was deleted there; run the document again.</source>
        <translation>Es wurde dort gelöscht; starten Sie das Dokument erneut.</translation>
    </message>
    <message>
        <source>The server refused because of a conflict%1.</source>
        <translation>Der Server hat wegen eines Konflikts abgelehnt%1.</translation>
    </message>
    <message>
        <source>Read the job again.</source>
        <translation>Laden Sie den Auftrag neu.</translation>
    </message>
    <message>
        <source>The server refused the request: %1.</source>
        <translation>Der Server hat die Anfrage abgelehnt: %1.</translation>
    </message>
    <message>
        <source>Correct the schema or the configuration and run again.</source>
        <translation>Berichtigen Sie Schema oder Konfiguration, und starten Sie erneut.</translation>
    </message>
    <message>
        <source>The server asks to slow down.</source>
        <translation>Der Server bittet um eine langsamere Gangart.</translation>
    </message>
    <message>
        <source>Nothing to do: it is sent again by itself.</source>
        <translation>Sie müssen nichts tun: Es wird von selbst erneut gesendet.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be understood%1.</source>
        <translation>Die Antwort des Servers ist nicht zu verstehen%1.</translation>
    </message>
    <message>
        <source>Check that the address is that of the API.</source>
        <translation>Prüfen Sie, ob die Adresse die der API ist.</translation>
    </message>
    <message>
        <source>The server failed%1.</source>
        <translation>Beim Server ist ein Fehler aufgetreten%1.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The local service is not installed.</source>
        <translation>Der lokale Dienst ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install the program extract-studio-service beside this one.</source>
        <translation>Installieren Sie das Programm extract-studio-service neben diesem.</translation>
    </message>
    <message>
        <source>The port %1 is used by another program.</source>
        <translation>Den Port %1 verwendet ein anderes Programm.</translation>
    </message>
    <message>
        <source>Choose another port, or 0 for a free one.</source>
        <translation>Wählen Sie einen anderen Port, oder 0 für einen freien.</translation>
    </message>
    <message>
        <source>The local service stopped%1.</source>
        <translation>Der lokale Dienst wurde beendet%1.</translation>
    </message>
    <message>
        <source>Start it again; no job was lost.</source>
        <translation>Starten Sie ihn neu; es ging kein Auftrag verloren.</translation>
    </message>
    <message>
        <source>The local service does not start%1.</source>
        <translation>Der lokale Dienst startet nicht%1.</translation>
    </message>
    <message>
        <source>Try again, or connect to a server.</source>
        <translation>Versuchen Sie es erneut, oder verbinden Sie sich mit einem Server.</translation>
    </message>
    <message>
        <source>There is no key for this connection.</source>
        <translation>Für diese Verbindung gibt es keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Enter the API key in the connection&apos;s settings.</source>
        <translation>Geben Sie den API-Schlüssel in den Einstellungen der Verbindung ein.</translation>
    </message>
    <message>
        <source>This computer has no keyring in which the key could be kept.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, der den Schlüssel aufbewahren könnte.</translation>
    </message>
    <message>
        <source>Enter the key for this session only, or set up a keyring such as GNOME Keyring or KWallet.</source>
        <translation>Geben Sie den Schlüssel nur für diese Sitzung ein, oder richten Sie einen Schlüsselbund wie GNOME Keyring oder KWallet ein.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or enter the key for this session only.</source>
        <translation>Entsperren Sie ihn, und versuchen Sie es erneut, oder geben Sie den Schlüssel nur für diese Sitzung ein.</translation>
    </message>
    <message>
        <source>The data in %1 was written by a newer version of this program.</source>
        <translation>Die Daten in %1 stammen von einer neueren Version dieses Programms.</translation>
    </message>
    <message>
        <source>Use that version; nothing was changed.</source>
        <translation>Verwenden Sie jene Version; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The data in %1 is damaged.</source>
        <translation>Die Daten in %1 sind beschädigt.</translation>
    </message>
    <message>
        <source>Move the file away to start anew; it was not changed.</source>
        <translation>Verschieben Sie die Datei, um neu zu beginnen; sie wurde nicht verändert.</translation>
    </message>
    <message>
        <source>The data in %1 cannot be used%2.</source>
        <translation>Die Daten in %1 sind nicht verwendbar%2.</translation>
    </message>
    <message>
        <source>Check that you may write there and that the disk is not full.</source>
        <translation>Prüfen Sie, ob Sie dort schreiben dürfen und ob noch Platz ist.</translation>
    </message>
    <message>
        <source>Password needed</source>
        <translation>Passwort nötig</translation>
    </message>
    <message>
        <source>File damaged</source>
        <translation>Datei beschädigt</translation>
    </message>
    <message>
        <source>Not a readable document</source>
        <translation>Kein lesbares Dokument</translation>
    </message>
    <message>
        <source>File is empty</source>
        <translation>Datei ist leer</translation>
    </message>
    <message>
        <source>File is gone</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>No text found</source>
        <translation>Kein Text gefunden</translation>
    </message>
    <message>
        <source>Key not accepted</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Credits used up</source>
        <translation>Guthaben aufgebraucht</translation>
    </message>
    <message>
        <source>Server is busy</source>
        <translation>Server ausgelastet</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Kein Netzwerk</translation>
    </message>
    <message>
        <source>Cancelled by you</source>
        <translation>Von Ihnen abgebrochen</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>der Gegenstelle</translation>
    </message>
    <message>
        <source>that was chosen</source>
        <translation>Ihrer Wahl</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>Das Dokument</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 is not right: %2.</source>
        <translation>%1 stimmt nicht: %2.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program%1.</source>
        <translation>Im Programm ist etwas schiefgegangen%1.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, please report it.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, melden Sie es bitte.</translation>
    </message>
    <message>
        <source>%1 does not describe an object.</source>
        <translation>%1 beschreibt kein Objekt.</translation>
    </message>
    <message>
        <source>The schema</source>
        <translation>Das Schema</translation>
    </message>
    <message>
        <source>%1 is an office document, which needs LibreOffice.</source>
        <translation>%1 ist ein Office-Dokument und braucht LibreOffice.</translation>
    </message>
    <message>
        <source>Install LibreOffice, or save the document as PDF.</source>
        <translation>Installieren Sie LibreOffice, oder speichern Sie das Dokument als PDF.</translation>
    </message>
    <message>
        <source>Use a PDF, a picture, an office document or a text.</source>
        <translation>Nehmen Sie ein PDF, ein Bild, ein Office-Dokument oder einen Text.</translation>
    </message>
    <message>
        <source>The server does not have %1.</source>
        <translation>Der Server hat %1 nicht.</translation>
    </message>
    <message>
        <source>It was deleted there, or belongs to another project or region: choose one that is there, or send the document again.</source>
        <translation>Es wurde dort gelöscht oder gehört zu einem anderen Projekt oder einer anderen Region: Wählen Sie etwas, das dort ist, oder senden Sie das Dokument erneut.</translation>
    </message>
    <message>
        <source>The server cannot use %1%2.</source>
        <translation>Der Server kann %1 nicht verwenden%2.</translation>
    </message>
    <message>
        <source>Run it again when that parse job is completed; if it failed, send the document again.</source>
        <translation>Starten Sie es erneut, wenn dieser Parse-Auftrag fertig ist; ist er fehlgeschlagen, senden Sie das Dokument erneut.</translation>
    </message>
    <message>
        <source>Not on the server</source>
        <translation>Nicht auf dem Server</translation>
    </message>
    <message>
        <source>Parse job not completed</source>
        <translation>Parse-Auftrag nicht fertig</translation>
    </message>
    <message>
        <source>%1 does not speak https.</source>
        <translation>%1 spricht kein https.</translation>
    </message>
    <message>
        <source>Check whether the address begins with http or https, and the port. Nothing was sent.</source>
        <translation>Prüfen Sie, ob die Adresse mit http oder https beginnt, und den Port. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 is an e-mail.</source>
        <translation>%1 ist eine E-Mail.</translation>
    </message>
    <message>
        <source>The keyring did not give or take the key%1.</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht herausgegeben oder nicht angenommen%1.</translation>
    </message>
    <message>
        <source>Save what is attached to it, and open that.</source>
        <translation>Sichern Sie, was angehängt ist, und öffnen Sie das.</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>check</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>berichtigt</translation>
    </message>
    <message>
        <source>not in the document</source>
        <translation>nicht im Dokument</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>not an object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>no fields</source>
        <translation>keine Felder</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>too many fields</source>
        <translation>zu viele Felder</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>reference leads nowhere</source>
        <translation>Verweis führt ins Leere</translation>
    </message>
    <message>
        <source>reference to itself</source>
        <translation>Verweis auf sich selbst</translation>
    </message>
    <message>
        <source>default not allowed</source>
        <translation>default nicht erlaubt</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>keine Werte</translation>
    </message>
    <message>
        <source>not a schema</source>
        <translation>kein Schema</translation>
    </message>
    <message>
        <source>%1 unused</source>
        <translation>%1 ohne Wirkung</translation>
    </message>
    <message>
        <source>nested deep</source>
        <translation>tief verschachtelt</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>keine Beschreibung</translation>
    </message>
    <message>
        <source>better nullable</source>
        <translation>besser mit null</translation>
    </message>
    <message>
        <source>reserved name</source>
        <translation>reservierter Name</translation>
    </message>
    <message>
        <source>The schema must describe an object. Put a list into one of its properties.</source>
        <translation>Das Schema muss ein Objekt beschreiben. Eine Liste gehört in eine seiner Eigenschaften.</translation>
    </message>
    <message>
        <source>The schema has no fields yet. Add one with Enter.</source>
        <translation>Das Schema hat noch keine Felder. Fügen Sie mit der Eingabetaste eines hinzu.</translation>
    </message>
    <message>
        <source>At most 7 levels are allowed; this is level %1. Move fields up.</source>
        <translation>Höchstens 7 Ebenen sind erlaubt; dies ist Ebene %1. Rücken Sie Felder nach oben.</translation>
    </message>
    <message>
        <source>At most 5,000 fields are allowed. Split the schema.</source>
        <translation>Höchstens 5.000 Felder sind erlaubt. Teilen Sie das Schema.</translation>
    </message>
    <message>
        <source>Names, descriptions and values together are too long (%1 characters, at most 120,000). Shorten descriptions.</source>
        <translation>Namen, Beschreibungen und Werte sind zusammen zu lang (%1 Zeichen, höchstens 120.000). Kürzen Sie Beschreibungen.</translation>
    </message>
    <message>
        <source>The schema is too long (%1 characters, at most 150,000). Split it.</source>
        <translation>Das Schema ist zu lang (%1 Zeichen, höchstens 150.000). Teilen Sie es.</translation>
    </message>
    <message>
        <source>%1 points at nothing inside this schema. Write the definition under $defs.</source>
        <translation>%1 zeigt auf nichts in diesem Schema. Schreiben Sie die Definition unter $defs.</translation>
    </message>
    <message>
        <source>%1 leads back to itself. Write the inner levels out.</source>
        <translation>%1 führt auf sich selbst zurück. Schreiben Sie die inneren Ebenen aus.</translation>
    </message>
    <message>
        <source>A default other than null is refused by the server. Remove it.</source>
        <translation>Einen anderen default als null lehnt der Server ab. Entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>A list of allowed values needs at least one value.</source>
        <translation>Eine Liste erlaubter Werte braucht mindestens einen Wert.</translation>
    </message>
    <message>
        <source>This is not a schema. Write an object with a type.</source>
        <translation>Das ist kein Schema. Schreiben Sie ein Objekt mit einem Typ.</translation>
    </message>
    <message>
        <source>Three or four levels give the best results; this is level %1.</source>
        <translation>Drei oder vier Ebenen liefern die besten Ergebnisse; dies ist Ebene %1.</translation>
    </message>
    <message>
        <source>A description says what is meant and where it stands; it makes the value more reliable.</source>
        <translation>Eine Beschreibung sagt, was gemeint ist und wo es steht; das macht den Wert verlässlicher.</translation>
    </message>
    <message>
        <source>A required value that is not in the document may be invented. Make it nullable with Space.</source>
        <translation>Ein Pflichtwert, der nicht im Dokument steht, kann erfunden werden. Erlauben Sie mit der Leertaste null.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is also a word of the result&apos;s metadata. Another name avoids confusion.</source>
        <translation>„%1“ ist auch ein Wort aus den Metadaten des Ergebnisses. Ein anderer Name vermeidet Verwechslungen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not read where this schema is run. Say it in the description instead.</source>
        <translation>„%1“ wird dort, wo dieses Schema läuft, nicht gelesen. Sagen Sie es stattdessen in der Beschreibung.</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Say &quot;%1&quot; in the description</source>
        <translation>„%1“ in der Beschreibung sagen</translation>
    </message>
    <message>
        <source>Write it as an enum of one value</source>
        <translation>Als enum mit einem Wert schreiben</translation>
    </message>
    <message>
        <source>Write it as anyOf</source>
        <translation>Als anyOf schreiben</translation>
    </message>
    <message>
        <source>Make the default null</source>
        <translation>Vorgabe auf null setzen</translation>
    </message>
    <message>
        <source>Allow any text</source>
        <translation>Jeden Text erlauben</translation>
    </message>
    <message>
        <source>Make it nullable</source>
        <translation>Darf null sein</translation>
    </message>
    <message>
        <source>Begin with &quot;%1&quot;</source>
        <translation>Mit „%1“ beginnen</translation>
    </message>
    <message>
        <source>Rename to &quot;%1&quot;</source>
        <translation>In „%1“ umbenennen</translation>
    </message>
    <message>
        <source>Point at %1</source>
        <translation>Auf %1 verweisen</translation>
    </message>
    <message>
        <source>Make it a text</source>
        <translation>Zu einem Text machen</translation>
    </message>
    <message>
        <source>no such type</source>
        <translation>kein solcher Typ</translation>
    </message>
    <message>
        <source>requires no field</source>
        <translation>verlangt kein Feld</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no type. Write string, number, integer, boolean, object or array.</source>
        <translation>„%1“ ist kein Typ. Schreiben Sie string, number, integer, boolean, object oder array.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is required, but no field has that name.</source>
        <translation>„%1“ ist Pflicht, aber kein Feld heißt so.</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>Zu %1 machen</translation>
    </message>
    <message>
        <source>Require it no longer</source>
        <translation>Nicht mehr verlangen</translation>
    </message>
    <message>
        <source>Require &quot;%1&quot;</source>
        <translation>„%1“ verlangen</translation>
    </message>
</context>
<context>
    <name>Flag</name>
    <message>
        <source>%1 · located here</source>
        <translation>%1 · hier gefunden</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Extracts data from documents with the local service of Extract Studio, or with LlamaCloud Extract.</source>
        <translation>Extrahiert Daten aus Dokumenten mit dem lokalen Dienst von Extract Studio oder mit LlamaCloud Extract.</translation>
    </message>
    <message>
        <source>Key of the server. Set alone it means LlamaCloud North America, as for the official SDK.</source>
        <translation>Schlüssel des Servers. Allein gesetzt bedeutet er LlamaCloud Nordamerika, wie beim offiziellen SDK.</translation>
    </message>
    <message>
        <source>Address of the API, as --base-url.</source>
        <translation>Adresse der API, wie --base-url.</translation>
    </message>
    <message>
        <source>Another program to be started as the local service.</source>
        <translation>Ein anderes Programm, das als lokaler Dienst gestartet wird.</translation>
    </message>
    <message>
        <source>Everything was done.</source>
        <translation>Alles wurde erledigt.</translation>
    </message>
    <message>
        <source>Something failed, or was not done in time.</source>
        <translation>Etwas ist gescheitert oder wurde nicht rechtzeitig fertig.</translation>
    </message>
    <message>
        <source>Nothing was begun: the command line, a file or the connection is not right.</source>
        <translation>Nichts wurde begonnen: Die Befehlszeile, eine Datei oder die Verbindung stimmt nicht.</translation>
    </message>
    <message>
        <source>The estimate is above --max-credits or --max-cost.</source>
        <translation>Die Schätzung liegt über --max-credits oder --max-cost.</translation>
    </message>
    <message>
        <source>Stopped by Ctrl+C.</source>
        <translation>Mit Strg+C angehalten.</translation>
    </message>
    <message>
        <source>OPTION…</source>
        <translation>OPTION…</translation>
    </message>
    <message>
        <source>Usage: %1 COMMAND [OPTION…] …</source>
        <translation>Aufruf: %1 BEFEHL [OPTION…] …</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>%1 COMMAND --help explains a command; --version says which version this is.</source>
        <translation>%1 BEFEHL --help erklärt einen Befehl; --version sagt, welche Version dies ist.</translation>
    </message>
    <message>
        <source>Environment:</source>
        <translation>Umgebung:</translation>
    </message>
    <message>
        <source>Exit status:</source>
        <translation>Exit-Status:</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>extract data from documents on the command line</source>
        <translation>Daten aus Dokumenten extrahieren, auf der Befehlszeile</translation>
    </message>
    <message>
        <source>COMMAND [OPTION…] …</source>
        <translation>BEFEHL [OPTION…] …</translation>
    </message>
</context>
<context>
    <name>JobState</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waiting to retry</source>
        <translation>Neuer Versuch folgt</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>Upload</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>on server</source>
        <translation>am Server</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Filter by name, note or identifier</source>
        <translation>Nach Name, Notiz oder Kennung filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate with changes</source>
        <translation>Mit Änderungen duplizieren</translation>
    </message>
</context>
<context>
    <name>MoveFieldsCommand</name>
    <message numerus="yes">
        <source>Move %n field(s)</source>
        <translation>
            <numerusform>%n Feld verschieben</numerusform>
            <numerusform>%n Felder verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveFieldsCommand</name>
    <message numerus="yes">
        <source>Delete %n field(s)</source>
        <translation>
            <numerusform>%n Feld löschen</numerusform>
            <numerusform>%n Felder löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveQuestion</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the connection %1 and its key?</source>
        <translation>Die Verbindung %1 und ihren Schlüssel entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of this connection are not over and cannot go on without it.</source>
        <translation>
            <numerusform>%n Auftrag dieser Verbindung ist noch nicht zu Ende und kann ohne sie nicht weitergehen.</numerusform>
            <numerusform>%n Aufträge dieser Verbindung sind noch nicht zu Ende und können ohne sie nicht weitergehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key is taken out of the keyring; to use the server again it has to be typed again.</source>
        <translation>Der Schlüssel wird aus dem Schlüsselbund genommen; wer den Server wieder nutzen will, muss ihn neu eingeben.</translation>
    </message>
</context>
<context>
    <name>RenameFieldCommand</name>
    <message>
        <source>Rename to %1</source>
        <translation>In %1 umbenennen</translation>
    </message>
</context>
<context>
    <name>ReplaceQuestion</name>
    <message numerus="yes">
        <source>%n file(s) with these names are in the folder already.</source>
        <translation>
            <numerusform>%n Datei mit diesem Namen ist schon in dem Ordner.</numerusform>
            <numerusform>%n Dateien mit diesen Namen sind schon in dem Ordner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>ResultTable</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>page %1: %2</source>
        <translation>Seite %1: %2</translation>
    </message>
</context>
<context>
    <name>RunCost</name>
    <message>
        <source>Documents: %1</source>
        <translation>Dokumente: %1</translation>
    </message>
    <message>
        <source>Pages: %1</source>
        <translation>Seiten: %1</translation>
    </message>
    <message>
        <source>Not counted, since they cannot be opened here: %1</source>
        <translation>Nicht gezählt, weil sie sich hier nicht öffnen lassen: %1</translation>
    </message>
    <message>
        <source>Cost: nothing, it runs on this computer.</source>
        <translation>Kosten: keine, es läuft auf diesem Computer.</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Cost: not known, since the rates of %1 have no tier %2.</source>
        <translation>Kosten: nicht bekannt, denn die Preisliste vom %1 hat keine Stufe %2.</translation>
    </message>
    <message>
        <source>Tier: %1, %2 a page to extract and %3 to parse</source>
        <translation>Stufe: %1, %2 pro Seite für die Extraktion und %3 fürs Einlesen</translation>
    </message>
    <message>
        <source>Cost: %1, by the rates of %2</source>
        <translation>Kosten: %1, nach der Preisliste vom %2</translation>
    </message>
    <message>
        <source>Choose fewer pages or another tier, or raise the limit.</source>
        <translation>Wählen Sie weniger Seiten oder eine andere Stufe, oder erhöhen Sie die Grenze.</translation>
    </message>
    <message>
        <source>What this run would cost is not known, and there is a limit. Nothing was sent.</source>
        <translation>Was dieser Lauf kosten würde, ist nicht bekannt, und es gibt eine Grenze. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This run would cost %1 (%2), more than the limit of %3. Nothing was sent.</source>
        <translation>Dieser Lauf würde %1 (%2) kosten, mehr als die Grenze von %3. Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>RunFolder</name>
    <message>
        <source>Another run works with the folder %1.</source>
        <translation>Ein anderer Lauf arbeitet mit dem Ordner %1.</translation>
    </message>
    <message>
        <source>Wait until it is over, or give another folder with --output.</source>
        <translation>Warten Sie, bis er zu Ende ist, oder geben Sie mit --output einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>The file %1 is there already.</source>
        <translation>Die Datei %1 ist schon da.</translation>
    </message>
    <message>
        <source>Give --overwrite to replace it, or another folder with --output.</source>
        <translation>Geben Sie --overwrite an, um sie zu ersetzen, oder mit --output einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>RunReport</name>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>%1: sending</source>
        <translation>%1: wird gesendet</translation>
    </message>
    <message>
        <source>%1: being read</source>
        <translation>%1: wird gelesen</translation>
    </message>
    <message>
        <source>%1: done before</source>
        <translation>%1: schon erledigt</translation>
    </message>
    <message>
        <source>%1: done before, see %2</source>
        <translation>%1: schon erledigt, siehe %2</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: fertig</translation>
    </message>
    <message>
        <source>%1: done, see %2</source>
        <translation>%1: fertig, siehe %2</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n document(s) done.</source>
        <translation>
            <numerusform>%1 von %n Dokument fertig.</numerusform>
            <numerusform>%1 von %n Dokumenten fertig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Watching; %n document(s) done</source>
        <translation>
            <numerusform>Beobachtet; %n Dokument fertig</numerusform>
            <numerusform>Beobachtet; %n Dokumente fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>Watching; %1 of %2 done</source>
        <translation>Beobachtet; %1 von %2 fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>2 pages, with line items</source>
        <translation>2 Seiten, mit Positionen</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kassenbeleg</translation>
    </message>
    <message>
        <source>A photo, 7 values</source>
        <translation>Ein Foto, 7 Werte</translation>
    </message>
    <message>
        <source>Bank statement</source>
        <translation>Kontoauszug</translation>
    </message>
    <message>
        <source>3 pages, one row per line</source>
        <translation>3 Seiten, eine Zeile je Buchung</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Filled in, with check boxes</source>
        <translation>Ausgefüllt, mit Kästchen</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>40 pages, 14 values</source>
        <translation>40 Seiten, 14 Werte</translation>
    </message>
</context>
<context>
    <name>SchemaCommand</name>
    <message>
        <source>The file %1 is there already.</source>
        <translation>Die Datei %1 ist schon da.</translation>
    </message>
    <message>
        <source>Give --overwrite to replace it, or another name with --output.</source>
        <translation>Geben Sie --overwrite an, um sie zu ersetzen, oder mit --output einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is no schema, no example in JSON, no table and no types that are known.</source>
        <translation>%1 ist kein Schema, kein Beispiel in JSON, keine Tabelle und enthält keine bekannten Typen.</translation>
    </message>
    <message>
        <source>Not taken over, line %1: %2</source>
        <translation>Nicht übernommen, Zeile %1: %2</translation>
    </message>
    <message>
        <source>Not taken over: %1</source>
        <translation>Nicht übernommen: %1</translation>
    </message>
</context>
<context>
    <name>SearchEdit</name>
    <message>
        <source>Empty the field</source>
        <translation>Feld leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>SetDescriptionCommand</name>
    <message>
        <source>Edit description</source>
        <translation>Beschreibung bearbeiten</translation>
    </message>
</context>
<context>
    <name>SetEnumValuesCommand</name>
    <message>
        <source>Edit values</source>
        <translation>Werte bearbeiten</translation>
    </message>
</context>
<context>
    <name>SetExampleCommand</name>
    <message>
        <source>Edit example</source>
        <translation>Beispiel bearbeiten</translation>
    </message>
</context>
<context>
    <name>SetPresenceCommand</name>
    <message>
        <source>Change whether it is required</source>
        <translation>Pflicht ändern</translation>
    </message>
</context>
<context>
    <name>SetTypeCommand</name>
    <message>
        <source>Change type</source>
        <translation>Typ ändern</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Extract Studio is already open.</source>
        <translation>Extract Studio ist schon geöffnet.</translation>
    </message>
    <message>
        <source>Use the window that is there; it looks after all jobs.</source>
        <translation>Verwenden Sie das offene Fenster; es kümmert sich um alle Aufträge.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Turn documents into data you can trust</source>
        <translation>Aus Dokumenten Daten machen, denen Sie trauen können</translation>
    </message>
    <message>
        <source>Drop documents, draw the fields you want, then check every value beside the spot on the page that proves it.</source>
        <translation>Legen Sie Dokumente ab, zeichnen Sie die gewünschten Felder, und prüfen Sie jeden Wert neben der Stelle, die ihn belegt.</translation>
    </message>
    <message>
        <source>Drop documents here</source>
        <translation>Dokumente hier ablegen</translation>
    </message>
    <message>
        <source>Try it with a sample invoice</source>
        <translation>Mit einer Beispielrechnung ausprobieren</translation>
    </message>
    <message>
        <source>Open documents…</source>
        <translation>Dokumente öffnen …</translation>
    </message>
    <message>
        <source>Recent configurations</source>
        <translation>Letzte Konfigurationen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open a configuration or schema</source>
        <translation>Konfiguration oder Schema öffnen</translation>
    </message>
    <message>
        <source>More samples</source>
        <translation>Weitere Beispiele</translation>
    </message>
    <message>
        <source>PDF, pictures, Office, HTML, CSV and text. A folder works too, and so does a schema.</source>
        <translation>PDF, Bilder, Office, HTML, CSV und Text. Auch ein Ordner oder ein Schema.</translation>
    </message>
</context>
<context>
    <name>StudioOptions</name>
    <message>
        <source>Turns documents into data that people can trust.</source>
        <translation>Macht aus Dokumenten Daten, denen man trauen kann.</translation>
    </message>
    <message>
        <source>Use this connection.</source>
        <translation>Diese Verbindung verwenden.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Open this configuration or schema.</source>
        <translation>Diese Konfiguration oder dieses Schema öffnen.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Run the documents at once.</source>
        <translation>Die Dokumente sofort starten.</translation>
    </message>
    <message>
        <source>Open the sample invoice with its schema.</source>
        <translation>Die Beispielrechnung mit ihrem Schema öffnen.</translation>
    </message>
    <message>
        <source>Documents and folders to open.</source>
        <translation>Dokumente und Ordner, die geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Seller, buyer, rows, tax and total</source>
        <translation>Verkäufer, Käufer, Zeilen, Steuer und Summe</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kassenbon</translation>
    </message>
    <message>
        <source>Shop, things bought, how it was paid</source>
        <translation>Geschäft, Gekauftes, Art der Zahlung</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Buyer, supplier, positions, delivery</source>
        <translation>Käufer, Lieferant, Positionen, Lieferung</translation>
    </message>
    <message>
        <source>Bank statement</source>
        <translation>Kontoauszug</translation>
    </message>
    <message>
        <source>Account, balances, every booking</source>
        <translation>Konto, Salden, jede Buchung</translation>
    </message>
    <message>
        <source>Résumé</source>
        <translation>Lebenslauf</translation>
    </message>
    <message>
        <source>Person, positions, education, skills</source>
        <translation>Person, Stellen, Ausbildung, Kenntnisse</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Parties, term, notice, liability, law</source>
        <translation>Parteien, Laufzeit, Kündigung, Haftung, Recht</translation>
    </message>
    <message>
        <source>Lab report</source>
        <translation>Laborbefund</translation>
    </message>
    <message>
        <source>Patient, values, reference ranges</source>
        <translation>Patient, Werte, Referenzbereiche</translation>
    </message>
    <message>
        <source>10-K</source>
        <translation>10-K</translation>
    </message>
    <message>
        <source>Annual report: statements, segments, risks</source>
        <translation>Jahresbericht: Abschlüsse, Segmente, Risiken</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>The connection works.</source>
        <translation>Die Verbindung funktioniert.</translation>
    </message>
    <message numerus="yes">
        <source>The key opens %n project(s).</source>
        <translation>
            <numerusform>Der Schlüssel öffnet %n Projekt.</numerusform>
            <numerusform>Der Schlüssel öffnet %n Projekte.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key belongs to the other region.</source>
        <translation>Der Schlüssel gehört zur anderen Region.</translation>
    </message>
    <message>
        <source>%1 does not know it, the other region of LlamaCloud does. Choose that connection.</source>
        <translation>%1 kennt ihn nicht, die andere Region von LlamaCloud schon. Wählen Sie jene Verbindung.</translation>
    </message>
    <message>
        <source>%1 does not accept the key.</source>
        <translation>%1 nimmt den Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>Check that it was copied whole, and that nobody has taken it back.</source>
        <translation>Prüfen Sie, ob er ganz kopiert wurde und ob ihn niemand zurückgezogen hat.</translation>
    </message>
    <message>
        <source>The proxy does not let the request through (%1).</source>
        <translation>Der Proxy lässt die Anfrage nicht durch (%1).</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address, or choose none. A proxy that wants a password is not supported.</source>
        <translation>Prüfen Sie die Adresse des Proxys oder wählen Sie keinen. Ein Proxy, der ein Kennwort verlangt, wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not the Extract API (%1).</source>
        <translation>Unter dieser Adresse antwortet etwas, aber es ist nicht die Extract-API (%1).</translation>
    </message>
    <message>
        <source>Check the base URL; it is that of the API and not that of the web page.</source>
        <translation>Prüfen Sie die Basis-URL; es ist die der API und nicht die der Webseite.</translation>
    </message>
    <message>
        <source>If the server has an authority of its own, choose its certificate under Own CA. Nothing was sent.</source>
        <translation>Hat der Server eine eigene Zertifizierungsstelle, so wählen Sie deren Zertifikat unter „Eigene CA“. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not the Extract API.</source>
        <translation>Unter dieser Adresse antwortet etwas, aber es ist nicht die Extract-API.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server meldet: %1</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Set the environment variable LLAMA_CLOUD_API_KEY to a key of this server&apos;s region.</source>
        <translation>Setzen Sie die Umgebungsvariable LLAMA_CLOUD_API_KEY auf einen Schlüssel der Region dieses Servers.</translation>
    </message>
    <message>
        <source>Set the environment variable LLAMA_CLOUD_API_KEY to a key of this server&apos;s region, or keep one in the window&apos;s connection.</source>
        <translation>Setzen Sie die Umgebungsvariable LLAMA_CLOUD_API_KEY auf einen Schlüssel der Region dieses Servers, oder hinterlegen Sie einen in der Verbindung des Fensters.</translation>
    </message>
    <message>
        <source>Choose another one with --port, or leave it out for a free one.</source>
        <translation>Wählen Sie mit --port einen anderen, oder lassen Sie es für einen freien weg.</translation>
    </message>
    <message>
        <source>See extract-studio-cli --help.</source>
        <translation>Siehe extract-studio-cli --help.</translation>
    </message>
    <message>
        <source>See extract-studio-cli %1 --help.</source>
        <translation>Siehe extract-studio-cli %1 --help.</translation>
    </message>
</context>
<context>
    <name>xs::cli::CallCommand</name>
    <message>
        <source>Close it first, or name another server with --connection.</source>
        <translation>Schließen Sie es zuerst, oder nennen Sie mit --connection einen anderen Server.</translation>
    </message>
    <message>
        <source>Another program works with this computer&apos;s jobs.</source>
        <translation>Ein anderes Programm arbeitet mit den Aufträgen dieses Computers.</translation>
    </message>
</context>
<context>
    <name>xs::cli::JobsEachCommand</name>
    <message>
        <source>%1 is over already, or is not there.</source>
        <translation>%1 ist schon zu Ende oder nicht da.</translation>
    </message>
    <message>
        <source>jobs get says how it ended.</source>
        <translation>jobs get sagt, wie es ausging.</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: abgebrochen</translation>
    </message>
    <message>
        <source>%1: deleted</source>
        <translation>%1: gelöscht</translation>
    </message>
</context>
<context>
    <name>xs::cli::JobsListCommand</name>
    <message>
        <source>--since takes a day or a moment, such as 2026-01-31 or 2026-01-31T12:00Z.</source>
        <translation>--since verlangt einen Tag oder Zeitpunkt wie 2026-01-31 oder 2026-01-31T12:00Z.</translation>
    </message>
    <message>
        <source>There are no such jobs.</source>
        <translation>Solche Aufträge gibt es nicht.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>--status takes one of: %1.</source>
        <translation>--status nimmt eines von diesen: %1.</translation>
    </message>
</context>
<context>
    <name>xs::cli::RunCommand</name>
    <message numerus="yes">
        <source>extract-studio-cli: The time limit of %n second(s) is over. What is not done is cancelled.</source>
        <translation>
            <numerusform>extract-studio-cli: Die Frist von %n Sekunde ist vorbei. Was nicht fertig ist, wird abgebrochen.</numerusform>
            <numerusform>extract-studio-cli: Die Frist von %n Sekunden ist vorbei. Was nicht fertig ist, wird abgebrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents go to %1.</source>
        <translation>Dokumente gehen an %1.</translation>
    </message>
    <message numerus="yes">
        <source>Going on with %n document(s) of an earlier run.</source>
        <translation>
            <numerusform>Macht mit %n Dokument eines früheren Laufs weiter.</numerusform>
            <numerusform>Macht mit %n Dokumenten eines früheren Laufs weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Watching %1; Ctrl+C ends it.</source>
        <translation>%1 wird beobachtet; Strg+C beendet es.</translation>
    </message>
    <message>
        <source>Results are in %1.</source>
        <translation>Die Ergebnisse sind in %1.</translation>
    </message>
    <message>
        <source>Stopped. What is not done is cancelled, since there is no --output folder in which it could be kept.</source>
        <translation>Angehalten. Was nicht fertig ist, wird abgebrochen, weil es keinen --output-Ordner gibt, in dem es bewahrt werden könnte.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n document(s) are not done; the same command goes on with them.</source>
        <translation>
            <numerusform>Angehalten. %n Dokument ist nicht fertig; derselbe Befehl macht damit weiter.</numerusform>
            <numerusform>Angehalten. %n Dokumente sind nicht fertig; derselbe Befehl macht mit ihnen weiter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n job(s) go on at %1, and</source>
        <translation>
            <numerusform>Angehalten. %n Auftrag läuft bei %1 weiter, und</numerusform>
            <numerusform>Angehalten. %n Aufträge laufen bei %1 weiter, und</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) were not sent yet; the same command goes on with both.</source>
        <translation>
            <numerusform>%n Dokument wurde noch nicht gesendet; derselbe Befehl macht mit beidem weiter.</numerusform>
            <numerusform>%n Dokumente wurden noch nicht gesendet; derselbe Befehl macht mit beidem weiter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::cli::SchemaValidateCommand</name>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Nothing is wrong with this schema.</source>
        <translation>An diesem Schema ist nichts falsch.</translation>
    </message>
</context>
<context>
    <name>xs::gui::common::BusyRing</name>
    <message>
        <source>Waiting</source>
        <translation>Bitte warten</translation>
    </message>
</context>
<context>
    <name>xs::gui::common::Chip</name>
    <message>
        <source>%1, %2</source>
        <comment>filter and how many it shows</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>xs::gui::common::FindBar</name>
    <message>
        <source>Previous place</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>as in: place 3 of 12</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::AccuracyList</name>
    <message>
        <source>Accuracy by field</source>
        <translation>Genauigkeit je Feld</translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::AccuracyModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: precision %2, recall %3, F1 %4; %5 different, %6 missing, %7 extra. With 95 % the accuracy lies between %8 and %9.</source>
        <translation>%1: Präzision %2, Ausbeute %3, F1 %4; %5 verschieden, %6 fehlen, %7 zu viel. Mit 95 % liegt die Genauigkeit zwischen %8 und %9.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::ComparePane</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>Zurück zu den Ergebnissen</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::DifferenceList</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Not equal</source>
        <translation>Ungleich</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>Zu viel</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the values</source>
        <translation>Werte filtern</translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation>Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Everything is the same.</source>
        <translation>Alles ist gleich.</translation>
    </message>
    <message>
        <source>No value fits this filter.</source>
        <translation>Kein Wert passt zu diesem Filter.</translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::DifferenceModel</name>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>zu viel</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>not in the document</source>
        <translation>nicht im Dokument</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>ohne Zahl</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::EvaluatePage</name>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>There is nothing to evaluate yet.</source>
        <translation>Es gibt noch nichts auszuwerten.</translation>
    </message>
    <message>
        <source>Run documents, and come back when they are completed.</source>
        <translation>Lassen Sie Dokumente lesen und kommen Sie wieder, wenn sie fertig sind.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Neu vergleichen</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Bericht exportieren …</translation>
    </message>
    <message>
        <source>Save what was reviewed as expected values…</source>
        <translation>Geprüftes als erwartete Werte speichern …</translation>
    </message>
    <message>
        <source>Upper and lower case differ</source>
        <translation>Groß- und Kleinschreibung zählt</translation>
    </message>
    <message>
        <source>Compare, export, rules</source>
        <translation>Vergleichen, exportieren, Regeln</translation>
    </message>
    <message>
        <source>dates and numbers by value</source>
        <translation>Datum und Zahl nach Wert</translation>
    </message>
    <message>
        <source>Dates and numbers are compared by what they say and not by how they are written. Spaces between words count once, and upper and lower case are the same unless you say otherwise.</source>
        <translation>Datumsangaben und Zahlen werden nach ihrem Wert verglichen, nicht nach ihrer Schreibweise. Mehrere Leerzeichen zählen als eines, und Groß- und Kleinschreibung ist gleich, wenn Sie nichts anderes sagen.</translation>
    </message>
    <message>
        <source>with</source>
        <comment>a run is compared with something</comment>
        <translation>mit</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Open in Review</source>
        <translation>In der Prüfung öffnen</translation>
    </message>
    <message>
        <source>Accuracy by field</source>
        <translation>Genauigkeit je Feld</translation>
    </message>
    <message>
        <source>Whiskers: 95 % interval. Of few documents, read small gaps with care.</source>
        <translation>Striche: Bereich mit 95 %. Bei wenigen Dokumenten sagen kleine Abstände wenig.</translation>
    </message>
    <message>
        <source>%1 of %2 right, %3 %</source>
        <translation>%1 von %2 richtig, %3 %</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out</source>
        <translation>
            <numerusform>%n Dokument ohne Vergleich</numerusform>
            <numerusform>%n Dokumente ohne Vergleich</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to compare these documents with, so they are left out.</source>
        <translation>Zu diesen Dokumenten gibt es nichts zum Vergleichen, darum fehlen sie.</translation>
    </message>
    <message>
        <source>%1 of %2 documents compared</source>
        <translation>%1 von %2 Dokumenten verglichen</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>Gleich.</translation>
    </message>
    <message>
        <source>Slips through at %1.</source>
        <translation>Rutscht bei %1 durch.</translation>
    </message>
    <message>
        <source>Would be reviewed at %1.</source>
        <translation>Würde bei %1 geprüft.</translation>
    </message>
    <message>
        <source>Choose expected values…</source>
        <translation>Erwartete Werte wählen …</translation>
    </message>
    <message>
        <source>Expected is wrong</source>
        <translation>Erwarteter Wert ist falsch</translation>
    </message>
    <message>
        <source>The spot on the page</source>
        <translation>Die Stelle auf der Seite</translation>
    </message>
    <message>
        <source>The run is right: take its value as the expected one</source>
        <translation>Der Lauf hat recht: seinen Wert als erwarteten übernehmen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::ReliabilityPlot</name>
    <message>
        <source>Reliability</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>confidence %1: %2 % of %3 right</source>
        <translation>Sicherheit %1: %2 % von %3 richtig</translation>
    </message>
    <message>
        <source>confidence given</source>
        <translation>genannte Sicherheit</translation>
    </message>
    <message>
        <source>right, %</source>
        <translation>richtig, %</translation>
    </message>
    <message>
        <source>Confidence %1 to %2: %3 of %4 values are right (%5 %).</source>
        <translation>Sicherheit %1 bis %2: %3 von %4 Werten sind richtig (%5 %).</translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::ReliabilityTable</name>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>ohne Zahl</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::ThresholdPane</name>
    <message>
        <source>At %1 you review %2 % and %3 of %4 errors slip (n = %5)</source>
        <translation>Bei %1 prüfen Sie %2 % und %3 von %4 Fehlern rutschen durch (n = %5)</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) to look at</source>
        <translation>
            <numerusform>%n Wert anzusehen</numerusform>
            <numerusform>%n Werte anzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the %2 errors are among them.</source>
        <translation>%1 der %2 Fehler sind darunter.</translation>
    </message>
    <message>
        <source>No score: always reviewed.</source>
        <translation>Ohne Zahl: immer geprüft.</translation>
    </message>
    <message>
        <source>Calibration error %1 %.</source>
        <translation>Kalibrierfehler %1 %.</translation>
    </message>
</context>
<context>
    <name>xs::gui::joblist::JobModel</name>
    <message>
        <source>is being cancelled</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>wird hochgeladen</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>accepted by the server</source>
        <translation>vom Server angenommen</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>lowest %1</source>
        <translation>niedrigste %1</translation>
    </message>
    <message>
        <source>confidence unknown</source>
        <translation>Sicherheit unbekannt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>Min. Sicherheit</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>is being deleted</source>
        <translation>wird gelöscht</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::joblist::JobStrip</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reviewed</source>
        <translation>
            <numerusform>%n geprüft</numerusform>
            <numerusform>%n geprüft</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::joblist::JobsPage</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>No jobs yet. Every run of a document is listed here.</source>
        <translation>Noch keine Aufträge. Jeder Lauf eines Dokuments steht hier.</translation>
    </message>
    <message>
        <source>Add documents…</source>
        <translation>Dokumente hinzufügen …</translation>
    </message>
    <message>
        <source>No job matches the filter.</source>
        <translation>Kein Auftrag passt zum Filter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Open in Review</source>
        <translation>In der Prüfung öffnen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate with changes</source>
        <translation>Mit Änderungen duplizieren</translation>
    </message>
    <message>
        <source>Delete here and on the server</source>
        <translation>Hier und auf dem Server löschen</translation>
    </message>
</context>
<context>
    <name>xs::gui::joblist::StateList</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>xs::gui::review::ConfidenceDialog</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Certain from</source>
        <translation>Sicher ab</translation>
    </message>
    <message>
        <source>Check from</source>
        <translation>Prüfen ab</translation>
    </message>
    <message>
        <source>What is certain</source>
        <translation>Was als sicher gilt</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Fields with limits of their own</source>
        <translation>Felder mit eigenen Grenzen</translation>
    </message>
    <message>
        <source>Field with limits of its own</source>
        <translation>Feld mit eigenen Grenzen</translation>
    </message>
    <message>
        <source>The usual limits for all fields: 0.90 and 0.60</source>
        <translation>Die üblichen Grenzen für alle Felder: 0,90 und 0,60</translation>
    </message>
    <message>
        <source>Values below the second limit are low. What a person confirmed does not change. Tick a field to give it limits of its own.</source>
        <translation>Werte unter der zweiten Grenze sind niedrig. Was jemand bestätigt hat, ändert sich nicht. Haken Sie ein Feld an, um ihm eigene Grenzen zu geben.</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Als Vorgabe speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>xs::gui::review::ConfidenceHistogram</name>
    <message>
        <source>Confidences</source>
        <translation>Sicherheiten</translation>
    </message>
    <message>
        <source>Confidence of the values, from 0 to 1: %1</source>
        <translation>Sicherheit der Werte, von 0 bis 1: %1</translation>
    </message>
</context>
<context>
    <name>xs::gui::review::DocumentsModel</name>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
</context>
<context>
    <name>xs::gui::review::DocumentsPage</name>
    <message>
        <source>Needs attention</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Documents as a table</source>
        <translation>Dokumente als Tabelle</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the documents</source>
        <translation>Dokumente filtern</translation>
    </message>
    <message>
        <source>Back to the document</source>
        <translation>Zurück zum Dokument</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::review::EvidenceStrip</name>
    <message>
        <source>Previous citation</source>
        <translation>Voriger Beleg</translation>
    </message>
    <message>
        <source>Next citation</source>
        <translation>Nächster Beleg</translation>
    </message>
    <message>
        <source>The spot on the page</source>
        <translation>Die Stelle auf der Seite</translation>
    </message>
    <message>
        <source>citation %1 of %2</source>
        <translation>Beleg %1 von %2</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <comment>how well the text on the page could be read</comment>
        <translation>Lesbarkeit %1</translation>
    </message>
    <message>
        <source>Fit to the field %1</source>
        <comment>how well the value fits the field of the schema</comment>
        <translation>Passt zum Feld %1</translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation>Sicherheit %1</translation>
    </message>
    <message>
        <source>No score was given for this value.</source>
        <translation>Für diesen Wert wurde keine Sicherheit angegeben.</translation>
    </message>
    <message>
        <source>No place in the document was named for this value.</source>
        <translation>Für diesen Wert wurde keine Stelle im Dokument genannt.</translation>
    </message>
    <message>
        <source>The document does not say it.</source>
        <translation>Das Dokument sagt es nicht.</translation>
    </message>
    <message>
        <source>On the page: “%1”</source>
        <translation>Auf der Seite: „%1“</translation>
    </message>
    <message>
        <source>Page %1, without a place on it.</source>
        <translation>Seite %1, ohne Stelle darauf.</translation>
    </message>
    <message>
        <source>A person decided; the machine had found nothing.</source>
        <translation>Ein Mensch hat entschieden; die Maschine hatte nichts gefunden.</translation>
    </message>
    <message>
        <source>A person decided; the machine said “%1”.</source>
        <translation>Ein Mensch hat entschieden; die Maschine sagte „%1“.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Located here on page %1 by its text; the server named no place.</source>
        <translation>Hier auf Seite %1 am Wortlaut gefunden; der Server hat keine Stelle genannt.</translation>
    </message>
    <message numerus="yes">
        <source>Page %1 was named for this value, and the document has only %n page(s).</source>
        <translation>
            <numerusform>Für diesen Wert wurde Seite %1 genannt, das Dokument hat aber nur %n Seite.</numerusform>
            <numerusform>Für diesen Wert wurde Seite %1 genannt, das Dokument hat aber nur %n Seiten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::review::Peek</name>
    <message>
        <source>The spot on the page</source>
        <translation>Die Stelle auf der Seite</translation>
    </message>
</context>
<context>
    <name>xs::gui::review::ResultModel</name>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <comment>no page: there is no evidence</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>machine</source>
        <comment>state of a value that nobody has looked at</comment>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>There is no value, but the schema requires one.</source>
        <translation>Es gibt keinen Wert, aber das Schema verlangt einen.</translation>
    </message>
    <message>
        <source>The value is of another type than the schema asks for.</source>
        <translation>Der Wert hat einen anderen Typ, als das Schema verlangt.</translation>
    </message>
    <message>
        <source>The value is none of those that the schema allows.</source>
        <translation>Der Wert ist keiner von denen, die das Schema erlaubt.</translation>
    </message>
    <message>
        <source>The value does not match the schema&apos;s pattern.</source>
        <translation>Der Wert passt nicht zum Muster des Schemas.</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <comment>values of a list</comment>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <comment>values of a list</comment>
        <translation>
            <numerusform>%n bearbeitet</numerusform>
            <numerusform>%n bearbeitet</numerusform>
        </translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>berichtigt</translation>
    </message>
    <message>
        <source>absent</source>
        <comment>a person says that the document does not say the value</comment>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>Lesen %1</translation>
    </message>
    <message>
        <source>fit to the field %1</source>
        <translation>passt zum Feld %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <comment>row, column and value</comment>
        <translation>Zeile %1, %2: %3</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>kein Beleg</translation>
    </message>
    <message>
        <source>Without evidence</source>
        <comment>the group of such values</comment>
        <translation>Ohne Beleg</translation>
    </message>
    <message>
        <source>%1, rising</source>
        <comment>order of a column</comment>
        <translation>%1, aufsteigend</translation>
    </message>
    <message>
        <source>%1, falling</source>
        <comment>order of a column</comment>
        <translation>%1, absteigend</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Spalten: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::review::ResultPlaces</name>
    <message>
        <source>No results yet.</source>
        <translation>Noch keine Ergebnisse.</translation>
    </message>
    <message>
        <source>Choose a job that is completed, or run one.</source>
        <translation>Wählen Sie einen fertigen Auftrag, oder starten Sie einen.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
</context>
<context>
    <name>xs::gui::review::ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Next that needs attention</source>
        <translation>Nächster zu prüfender Wert</translation>
    </message>
    <message>
        <source>Previous that needs attention</source>
        <translation>Voriger zu prüfender Wert</translation>
    </message>
    <message>
        <source>Previous citation</source>
        <translation>Voriger Beleg</translation>
    </message>
    <message>
        <source>Next citation</source>
        <translation>Nächster Beleg</translation>
    </message>
    <message>
        <source>Zoom to the box</source>
        <translation>Auf den Rahmen zoomen</translation>
    </message>
    <message>
        <source>Show all values</source>
        <translation>Alle Werte zeigen</translation>
    </message>
    <message>
        <source>Show values that need attention</source>
        <translation>Zu prüfende Werte zeigen</translation>
    </message>
    <message>
        <source>Show values without evidence</source>
        <translation>Werte ohne Beleg zeigen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>No evidence</source>
        <translation>Kein Beleg</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nichts ist zu prüfen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Every value has its evidence.</source>
        <translation>Jeder Wert hat seinen Beleg.</translation>
    </message>
    <message>
        <source>Show edited values</source>
        <translation>Bearbeitete Werte zeigen</translation>
    </message>
    <message>
        <source>Save the values as a table, workbook, page or JSON</source>
        <translation>Die Werte als Tabelle, Arbeitsmappe, Seite oder JSON sichern</translation>
    </message>
    <message>
        <source>Confirm and go on</source>
        <translation>Bestätigen und weiter</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation>Den Wert bearbeiten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Not in the document</source>
        <translation>Nicht im Dokument</translation>
    </message>
    <message>
        <source>Not in document</source>
        <translation>Nicht im Dokument</translation>
    </message>
    <message>
        <source>Mark as doubtful, with a note…</source>
        <translation>Als zweifelhaft markieren, mit Notiz …</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>Reject the value</source>
        <translation>Den Wert ablehnen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Confirm and stay</source>
        <translation>Bestätigen und bleiben</translation>
    </message>
    <message>
        <source>Confirm the row</source>
        <translation>Die Zeile bestätigen</translation>
    </message>
    <message>
        <source>Confirm the document and open the next</source>
        <translation>Das Dokument bestätigen und das nächste öffnen</translation>
    </message>
    <message>
        <source>Back to the machine&apos;s value</source>
        <translation>Zurück zum Wert der Maschine</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>No value was edited.</source>
        <translation>Kein Wert wurde bearbeitet.</translation>
    </message>
    <message>
        <source>Add a row to the list</source>
        <translation>Der Liste eine Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Take the row out, or back</source>
        <translation>Zeile herausnehmen oder zurückholen</translation>
    </message>
    <message>
        <source>No place in the document is known for this value.</source>
        <translation>Für diesen Wert ist keine Stelle im Dokument bekannt.</translation>
    </message>
    <message>
        <source>Search the values</source>
        <translation>Werte durchsuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) left</source>
        <translation>
            <numerusform>noch %n Wert</numerusform>
            <numerusform>noch %n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>Order the table by this column</source>
        <translation>Tabelle nach dieser Spalte ordnen</translation>
    </message>
    <message>
        <source>Attention</source>
        <comment>values that need it</comment>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Unproven</source>
        <translation>Kein Beleg</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>reviewed</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>xs::gui::review::ReviewEditor</name>
    <message numerus="yes">
        <source>Confirm %n value(s)</source>
        <translation>
            <numerusform>%n Wert bestätigen</numerusform>
            <numerusform>%n Werte bestätigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm the document</source>
        <translation>Das Dokument bestätigen</translation>
    </message>
    <message>
        <source>Correct a value</source>
        <translation>Einen Wert berichtigen</translation>
    </message>
    <message>
        <source>Not in the document</source>
        <translation>Nicht im Dokument</translation>
    </message>
    <message>
        <source>Mark as doubtful</source>
        <translation>Als zweifelhaft markieren</translation>
    </message>
    <message>
        <source>Reject a value</source>
        <translation>Einen Wert ablehnen</translation>
    </message>
    <message>
        <source>Back to the machine&apos;s value</source>
        <translation>Zurück zum Wert der Maschine</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Take a row back</source>
        <translation>Zeile zurückholen</translation>
    </message>
    <message>
        <source>Take a row out</source>
        <translation>Zeile herausnehmen</translation>
    </message>
</context>
<context>
    <name>xs::gui::review::ValueEditor</name>
    <message>
        <source>This field takes a whole number, such as 12.</source>
        <translation>Dieses Feld nimmt eine ganze Zahl, etwa 12.</translation>
    </message>
    <message>
        <source>This field takes a number, such as 12.5.</source>
        <translation>Dieses Feld nimmt eine Zahl, etwa 12,5.</translation>
    </message>
    <message>
        <source>This field takes true or false.</source>
        <translation>Dieses Feld nimmt true oder false.</translation>
    </message>
    <message>
        <source>This is no value for this field.</source>
        <translation>Das ist kein Wert für dieses Feld.</translation>
    </message>
    <message>
        <source>empty: not in the document</source>
        <translation>leer: nicht im Dokument</translation>
    </message>
    <message>
        <source>Why is it doubtful? Enter saves, also without a note.</source>
        <translation>Warum zweifelhaft? Enter sichert, auch ohne Notiz.</translation>
    </message>
    <message>
        <source>The schema wants text like %1.</source>
        <translation>Das Schema verlangt Text wie %1.</translation>
    </message>
    <message>
        <source>The schema does not allow this value: %1</source>
        <translation>Das Schema erlaubt diesen Wert nicht: %1</translation>
    </message>
    <message>
        <source>The schema wants the format “%1”.</source>
        <translation>Das Schema verlangt das Format „%1“.</translation>
    </message>
    <message>
        <source>New value of %1</source>
        <translation>Neuer Wert von %1</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
</context>
<context>
    <name>xs::gui::review::VerdictBar</name>
    <message>
        <source>More decisions</source>
        <translation>Weitere Entscheidungen</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::ConfigurationPage</name>
    <message>
        <source>Cost effective</source>
        <translation>Sparsam</translation>
    </message>
    <message>
        <source>Agentic</source>
        <translation>Agentisch</translation>
    </message>
    <message>
        <source>Agentic plus</source>
        <translation>Agentisch plus</translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation>Turbo</translation>
    </message>
    <message>
        <source>Per document</source>
        <translation>Je Dokument</translation>
    </message>
    <message>
        <source>Per page</source>
        <translation>Je Seite</translation>
    </message>
    <message>
        <source>Per table row</source>
        <translation>Je Tabellenzeile</translation>
    </message>
    <message>
        <source>of a newer server</source>
        <translation>von einem neueren Server</translation>
    </message>
    <message>
        <source>These are no pages. Write numbers from 1 and ranges, such as 1,3,5-7.</source>
        <translation>Das sind keine Seiten. Schreiben Sie Zahlen ab 1 und Bereiche, etwa 1,3,5-7.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>The document has %n page(s), and none of these. Choose others.</source>
        <translation>
            <numerusform>Das Dokument hat %n Seite und keine davon. Wählen Sie andere.</numerusform>
            <numerusform>Das Dokument hat %n Seiten und keine davon. Wählen Sie andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a page</source>
        <translation>%1 je Seite</translation>
    </message>
    <message>
        <source>Parsing</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>language model, if set up</source>
        <translation>Sprachmodell, falls da</translation>
    </message>
    <message>
        <source>no language model</source>
        <translation>kein Sprachmodell</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::CostFooter</name>
    <message>
        <source>Ask above</source>
        <translation>Nachfragen ab</translation>
    </message>
    <message>
        <source>Ask above so many credits</source>
        <translation>Nachfragen ab so vielen Credits</translation>
    </message>
    <message>
        <source>Before a run that costs more than this, you are asked. 0 never asks.</source>
        <translation>Vor einem Lauf, der mehr kostet, werden Sie gefragt. Bei 0 nie.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) × %1</source>
        <translation>
            <numerusform>%n Seite × %1</numerusform>
            <numerusform>%n Seiten × %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>Extrahieren</translation>
    </message>
    <message>
        <source>Parse</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Credits, at least</source>
        <translation>Credits, mindestens</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>The rates have no price for this tier.</source>
        <translation>Die Preisliste hat keinen Preis für diese Stufe.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Rates of %1</source>
        <translation>Preise vom %1</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>ändern</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::EditorMessage</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The fields were taken from %1; these parts say nothing that a field can hold:</source>
        <comment>a schema, TypeScript …</comment>
        <translation>Die Felder wurden aus %1 übernommen; diese Teile sagen nichts, was ein Feld aufnehmen kann:</translation>
    </message>
    <message>
        <source>the schema</source>
        <translation>dem Schema</translation>
    </message>
    <message>
        <source>the example</source>
        <translation>dem Beispiel</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>der Tabelle</translation>
    </message>
    <message>
        <source>the TypeScript</source>
        <translation>dem TypeScript</translation>
    </message>
    <message>
        <source>the Python classes</source>
        <translation>den Python-Klassen</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1 (Zeile %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::EmptySchema</name>
    <message>
        <source>Which values do you want?</source>
        <translation>Welche Werte brauchen Sie?</translation>
    </message>
    <message>
        <source>First field</source>
        <translation>Erstes Feld</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Begin with a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>Propose fields from this document</source>
        <translation>Felder aus diesem Dokument vorschlagen</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>Beschreiben …</translation>
    </message>
    <message>
        <source>Say in your own words which values you want</source>
        <translation>In eigenen Worten sagen, welche Werte gesucht sind</translation>
    </message>
    <message>
        <source>Have them proposed, then keep what you need. Or name the first field, paste a schema, an example in JSON, a CSV header, TypeScript or a Python class; or mark a value on the page and press Ctrl+Shift+F.</source>
        <translation>Lassen Sie sie vorschlagen und behalten Sie, was Sie brauchen. Oder benennen Sie das erste Feld, fügen Sie ein Schema, ein JSON-Beispiel, eine CSV-Kopfzeile, TypeScript oder eine Python-Klasse ein; oder markieren Sie einen Wert auf der Seite und drücken Sie Strg+Umschalt+F.</translation>
    </message>
    <message>
        <source>Name the first field with Enter. Or paste a schema, an example in JSON, a CSV header, TypeScript or a Python class.</source>
        <translation>Benennen Sie das erste Feld mit der Eingabetaste. Oder fügen Sie ein Schema, ein JSON-Beispiel, eine CSV-Kopfzeile, TypeScript oder eine Python-Klasse ein.</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::FindingLine</name>
    <message>
        <source>F8 goes to the next finding.</source>
        <translation>F8 geht zum nächsten Befund.</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::GeneratePanel</name>
    <message>
        <source>The values in your own words: number, date and total of an invoice, one entry for each row</source>
        <translation>Die Werte in Ihren Worten: Nummer, Datum und Summe einer Rechnung, ein Eintrag je Zeile</translation>
    </message>
    <message>
        <source>The values in your own words</source>
        <translation>Die Werte in Ihren Worten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>Look at %1 (it is sent to %2)</source>
        <translation>%1 ansehen (wird an %2 gesendet)</translation>
    </message>
    <message>
        <source>The server is at work. This can take a minute.</source>
        <translation>Der Server arbeitet. Das kann eine Minute dauern.</translation>
    </message>
    <message>
        <source>One step: Ctrl+Z takes it back.</source>
        <translation>Ein Schritt: Strg+Z nimmt ihn zurück.</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>The document is being looked at…</source>
        <translation>Das Dokument wird angesehen …</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::JsonEdit</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::JsonPane</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>in step with the table</source>
        <translation>im Gleichschritt mit der Tabelle</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole schema</source>
        <translation>Das ganze Schema kopieren</translation>
    </message>
    <message>
        <source>This is not JSON: look at line %1, column %2.</source>
        <translation>Das ist kein JSON: Sehen Sie in Zeile %1, Spalte %2 nach.</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>Das ist kein JSON.</translation>
    </message>
    <message>
        <source>A schema must describe an object (&quot;type&quot;: &quot;object&quot;).</source>
        <translation>Ein Schema muss ein Objekt beschreiben (&quot;type&quot;: &quot;object&quot;).</translation>
    </message>
    <message>
        <source>The table keeps the last valid schema.</source>
        <translation>Die Tabelle behält das letzte gültige Schema.</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::OptionsSection</name>
    <message>
        <source>Without the cache</source>
        <translation>Ohne Zwischenspeicher</translation>
    </message>
    <message>
        <source>Spreadsheet, cell by cell</source>
        <translation>Tabelle, Zelle für Zelle</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Blätter</translation>
    </message>
    <message>
        <source>every sheet (default), or Jan; Feb</source>
        <translation>jedes Blatt (Vorgabe), oder Jan; Feb</translation>
    </message>
    <message>
        <source>Extracts anew although the same run was made before, and keeps nothing for later.</source>
        <translation>Extrahiert neu, auch wenn es denselben Lauf schon gab, und hebt nichts für später auf.</translation>
    </message>
    <message>
        <source>For xlsx, xls and csv. Needs the tier Agentic plus; gives neither citations nor confidence.</source>
        <translation>Für xlsx, xls und csv. Braucht die Stufe Agentic plus; gibt weder Fundstellen noch Sicherheiten.</translation>
    </message>
    <message>
        <source>Names of the sheets to read, with semicolons between them. They take the place of the pages.</source>
        <translation>Namen der Blätter, mit Semikolons dazwischen. Sie treten an die Stelle der Seiten.</translation>
    </message>
    <message>
        <source>Kept as they are, of a newer version:</source>
        <translation>Unverändert behalten, aus einer neueren Version:</translation>
    </message>
    <message>
        <source>no cache</source>
        <translation>ohne Zwischenspeicher</translation>
    </message>
    <message>
        <source>spreadsheet</source>
        <translation>Tabelle</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown field(s)</source>
        <translation>
            <numerusform>%n unbekanntes Feld</numerusform>
            <numerusform>%n unbekannte Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>defaults</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Reading cell by cell needs the tier Agentic plus. Choose it, or switch this off.</source>
        <translation>Zelle für Zelle lesen braucht die Stufe Agentic plus. Wählen Sie sie oder schalten Sie dies ab.</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::PagePicker</name>
    <message>
        <source>Pages to read</source>
        <translation>Seiten, die gelesen werden</translation>
    </message>
    <message>
        <source>Click pages to read them or not; with Shift, all from the one before.</source>
        <translation>Klicken Sie Seiten an, um sie zu lesen oder nicht; mit Umschalt alle ab der vorigen.</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::PagePickerModel</name>
    <message>
        <source>Page %1, is read</source>
        <translation>Seite %1, wird gelesen</translation>
    </message>
    <message>
        <source>Page %1, is not read</source>
        <translation>Seite %1, wird nicht gelesen</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::ParsingSection</name>
    <message>
        <source>Parse tier</source>
        <translation>Lesestufe</translation>
    </message>
    <message>
        <source>as the tier (default)</source>
        <translation>wie die Stufe (Vorgabe)</translation>
    </message>
    <message>
        <source>Parse configuration</source>
        <translation>Lesekonfiguration</translation>
    </message>
    <message>
        <source>none (default)</source>
        <translation>keine (Vorgabe)</translation>
    </message>
    <message>
        <source>How thoroughly pages are read first. Better reading costs more and helps with scans and dense tables.</source>
        <translation>Wie gründlich Seiten zuerst gelesen werden. Besseres Lesen kostet mehr und hilft bei Scans und dichten Tabellen.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>A parse configuration that is saved on the server; it decides everything about reading.</source>
        <translation>Eine Lesekonfiguration, die auf dem Server gespeichert ist; sie bestimmt alles am Lesen.</translation>
    </message>
    <message>
        <source>turbo reads by itself</source>
        <translation>Turbo liest selbst</translation>
    </message>
    <message>
        <source>as the tier</source>
        <translation>wie die Stufe</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::SavedWebhookList</name>
    <message>
        <source>Saved on the server</source>
        <translation>Auf dem Server gespeichert</translation>
    </message>
    <message>
        <source>%1 is not in the server&apos;s list. It is sent as it is.</source>
        <translation>%1 steht nicht in der Liste des Servers. Es wird gesendet, wie es ist.</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::SchemaColumns</name>
    <message>
        <source>Fit the widths to the table</source>
        <translation>Breiten an die Tabelle anpassen</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::SchemaModel</name>
    <message>
        <source>Space changes it. A nullable field may be empty, so that nothing has to be invented for it.</source>
        <translation>Die Leertaste ändert es. Ein Feld, das null sein darf, kann leer bleiben, sodass nichts dafür erfunden werden muss.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>nullable</source>
        <translation>null erlaubt</translation>
    </message>
    <message>
        <source>Drop fields</source>
        <translation>Felder ablegen</translation>
    </message>
    <message>
        <source>The values of the enum, separated by commas; a value with a comma stands in quotes.</source>
        <translation>Die Werte des enum, durch Kommas getrennt; ein Wert mit Komma steht in Anführungszeichen.</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::SchemaPage</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Show JSON</source>
        <translation>JSON zeigen</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>New field below (Enter)</source>
        <translation>Neues Feld darunter (Eingabetaste)</translation>
    </message>
    <message>
        <source>More schema commands</source>
        <translation>Weitere Befehle zum Schema</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>%1  edited</source>
        <translation>%1  geändert</translation>
    </message>
    <message>
        <source>Import fields…</source>
        <translation>Felder importieren …</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Import fields</source>
        <translation>Felder importieren</translation>
    </message>
    <message>
        <source>Schemas, examples, tables and program text (*.json *.csv *.tsv *.ts *.py *.txt);;All files (*)</source>
        <translation>Schemas, Beispiele, Tabellen und Programmtext (*.json *.csv *.tsv *.ts *.py *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>%1 describes no fields.</source>
        <translation>%1 beschreibt keine Felder.</translation>
    </message>
    <message>
        <source>A schema, an example in JSON, a CSV header, TypeScript or Python classes can be imported.</source>
        <translation>Importiert werden kann ein Schema, ein Beispiel in JSON, eine CSV-Kopfzeile, TypeScript oder Python-Klassen.</translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation>Vorlage %1</translation>
    </message>
    <message>
        <source>%1 is nested too deeply for a schema.</source>
        <translation>%1 ist für ein Schema zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Import a part of it.</source>
        <translation>Importieren Sie einen Teil davon.</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::SchemaStatus</name>
    <message>
        <source>No fields yet</source>
        <translation>Noch keine Felder</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s), cannot run</source>
        <translation>
            <numerusform>%n Fehler, kein Lauf möglich</numerusform>
            <numerusform>%n Fehler, kein Lauf möglich</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>Bereit zum Lauf</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n Ebene</numerusform>
            <numerusform>%n Ebenen</numerusform>
        </translation>
    </message>
    <message>
        <source>Mistake in the JSON, cannot run</source>
        <translation>Fehler im JSON, kein Lauf möglich</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::SchemaView</name>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>New field below</source>
        <translation>Neues Feld darunter</translation>
    </message>
    <message>
        <source>New field inside</source>
        <translation>Neues Feld darin</translation>
    </message>
    <message>
        <source>Edit cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Required, optional or nullable</source>
        <translation>Pflicht, freiwillig oder null erlaubt</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Into the object above</source>
        <translation>In das Objekt darüber</translation>
    </message>
    <message>
        <source>Out of the object</source>
        <translation>Aus dem Objekt heraus</translation>
    </message>
    <message>
        <source>Copy fields</source>
        <translation>Felder kopieren</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Nächster Befund</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Voriger Befund</translation>
    </message>
    <message>
        <source>There is a field named %1 here already.</source>
        <translation>Hier gibt es schon ein Feld namens %1.</translation>
    </message>
    <message>
        <source>What was pasted looks like JSON and is none.</source>
        <translation>Das Eingefügte sieht aus wie JSON und ist keines.</translation>
    </message>
    <message>
        <source>What was pasted has no named fields.</source>
        <translation>Das Eingefügte hat keine benannten Felder.</translation>
    </message>
    <message>
        <source>The field is not there any more.</source>
        <translation>Das Feld gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no object above to move the field into.</source>
        <translation>Darüber steht kein Objekt, in das das Feld rücken könnte.</translation>
    </message>
    <message>
        <source>The field is at the top already.</source>
        <translation>Das Feld steht schon auf der obersten Ebene.</translation>
    </message>
    <message>
        <source>Paste a schema, an example, a CSV header or code</source>
        <translation>Schema, Beispiel, CSV-Kopfzeile oder Code einfügen</translation>
    </message>
    <message>
        <source>Fix the finding</source>
        <translation>Befund beheben</translation>
    </message>
    <message>
        <source>That is not possible here. A field needs a name and a type; a text can be pasted when it is a schema, an example in JSON, a CSV header, TypeScript or a Python class.</source>
        <translation>Das geht hier nicht. Ein Feld braucht einen Namen und einen Typ; ein Text kann eingefügt werden, wenn er ein Schema, ein Beispiel in JSON, eine CSV-Kopfzeile, TypeScript oder eine Python-Klasse ist.</translation>
    </message>
    <message>
        <source>Paste fields</source>
        <translation>Felder einfügen</translation>
    </message>
    <message>
        <source>What was pasted is nested too deeply for a schema. Paste a part of it.</source>
        <translation>Das Eingefügte ist für ein Schema zu tief verschachtelt. Fügen Sie einen Teil davon ein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no type. Write string, number, integer, boolean or object, with [] for a list.</source>
        <translation>„%1“ ist kein Typ. Schreiben Sie string, number, integer, boolean oder object, mit [] für eine Liste.</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::WebhookForm</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>text in a JSON string (default)</source>
        <translation>Text in einem JSON-String (Vorgabe)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Told of the job&apos;s course by a POST. A hosted server reaches public addresses only, the local service this computer only.</source>
        <translation>Erfährt den Lauf des Auftrags durch einen POST. Ein gehosteter Server erreicht nur öffentliche Adressen, der lokale Dienst nur diesen Rechner.</translation>
    </message>
    <message>
        <source>All events (default)</source>
        <translation>Alle Ereignisse (Vorgabe)</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Sent with each event. The last row is for a new one; an empty name takes a row away.</source>
        <translation>Mit jedem Ereignis gesendet. Die letzte Zeile ist für eine neue; ein leerer Name nimmt eine Zeile weg.</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signaturgeheimnis</translation>
    </message>
    <message>
        <source>Signs each event (header LC-Signature). Kept in the keyring, never in the file.</source>
        <translation>Signiert jedes Ereignis (Kopfzeile LC-Signature). Liegt im Schlüsselbund, nie in der Datei.</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Posts a signed test event from this computer, with the chosen headers and format.</source>
        <translation>Sendet von diesem Rechner ein signiertes Testereignis, mit den gewählten Kopfzeilen und dem Format.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>secret kept; type to replace it</source>
        <translation>Geheimnis liegt vor; tippen ersetzt es</translation>
    </message>
    <message>
        <source>signing secret, none (default)</source>
        <translation>Signaturgeheimnis, keines (Vorgabe)</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>A webhook needs an address that begins with https:// or http://.</source>
        <translation>Ein Webhook braucht eine Adresse, die mit https:// oder http:// beginnt.</translation>
    </message>
    <message>
        <source>The webhook is told of nothing. Choose an event, or all events.</source>
        <translation>Der Webhook erfährt von nichts. Wählen Sie ein Ereignis oder alle.</translation>
    </message>
    <message>
        <source>%1 cannot be sent as a header. Use letters, digits and hyphens.</source>
        <translation>%1 kann nicht als Kopfzeile gesendet werden. Verwenden Sie Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>Values of headers such as Authorization are kept in the keyring, never in the file; the others stand in the file.</source>
        <translation>Werte von Kopfzeilen wie Authorization bleiben im Schlüsselbund, nie in der Datei; die anderen stehen in der Datei.</translation>
    </message>
    <message>
        <source>Kept in the keyring. Type to replace it.</source>
        <translation>Im Schlüsselbund aufbewahrt. Tippen Sie, um ihn zu ersetzen.</translation>
    </message>
    <message>
        <source>The value of the header %1 is not known on this computer. Type it, or take the header away.</source>
        <translation>Der Wert der Kopfzeile %1 ist auf diesem Rechner nicht bekannt. Tippen Sie ihn ein oder nehmen Sie die Kopfzeile weg.</translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::WebhooksSection</name>
    <message>
        <source>Add a webhook</source>
        <translation>Webhook hinzufügen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s)</source>
        <translation>
            <numerusform>%n Webhook</numerusform>
            <numerusform>%n Webhooks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ActivityModel</name>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 empfangen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ActivityPane</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by path, code or note</source>
        <translation>Nach Pfad, Code oder Notiz filtern</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy this request as code that reads the key from LLAMA_CLOUD_API_KEY</source>
        <translation>Diese Anfrage als Code kopieren, der den Schlüssel aus LLAMA_CLOUD_API_KEY liest</translation>
    </message>
    <message>
        <source>Choose a request to see what was sent and what came back.</source>
        <translation>Wählen Sie eine Anfrage, um zu sehen, was gesendet wurde und was zurückkam.</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>Noch keine Antwort.</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::BatchNotifier</name>
    <message numerus="yes">
        <source>%n job(s) completed</source>
        <translation>
            <numerusform>%n Auftrag fertig</numerusform>
            <numerusform>%n Aufträge fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>A batch has ended with errors</source>
        <translation>Ein Stapel ist mit Fehlern zu Ende</translation>
    </message>
    <message>
        <source>A batch has ended</source>
        <translation>Ein Stapel ist zu Ende</translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation>Aufträge zeigen</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::CompareController</name>
    <message>
        <source>Compare with another run or expected values</source>
        <translation>Mit anderem Lauf oder erwarteten Werten vergleichen</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ComparisonSource</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>What people reviewed</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>Expected values beside the documents</source>
        <translation>Erwartete Werte neben den Dokumenten</translation>
    </message>
    <message>
        <source>Expected values in %1</source>
        <translation>Erwartete Werte in %1</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>Lauf vom %1</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ConfidenceController</name>
    <message>
        <source>What is certain…</source>
        <translation>Was als sicher gilt …</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ConnectionController</name>
    <message>
        <source>Connection…</source>
        <translation>Verbindung …</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ConnectionDialog</name>
    <message>
        <source>Another server…</source>
        <translation>Anderer Server …</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>aufbewahrt; zum Ersetzen tippen</translation>
    </message>
    <message>
        <source>llx-…</source>
        <translation>llx-…</translation>
    </message>
    <message>
        <source>The address is missing.</source>
        <translation>Die Adresse fehlt.</translation>
    </message>
    <message>
        <source>Type the base URL of the server, such as https://extract.example.org.</source>
        <translation>Geben Sie die Basisadresse des Servers ein, etwa https://extract.example.org.</translation>
    </message>
    <message>
        <source>The API key is missing.</source>
        <translation>Der API-Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>Make one in the server&apos;s web page and paste it here.</source>
        <translation>Erzeugen Sie einen auf der Webseite des Servers, und fügen Sie ihn hier ein.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>the key&apos;s default project</source>
        <translation>das Standardprojekt des Schlüssels</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (Standard)</translation>
    </message>
    <message>
        <source>The address of the proxy is missing.</source>
        <translation>Die Adresse des Proxys fehlt.</translation>
    </message>
    <message>
        <source>Type it with its port, such as http://proxy.example.org:8080, or choose none.</source>
        <translation>Geben Sie sie mit Port ein, etwa http://proxy.example.org:8080, oder wählen Sie keinen.</translation>
    </message>
    <message>
        <source>Choose a PEM file with the certificate of the authority, or leave it empty.</source>
        <translation>Wählen Sie eine PEM-Datei mit dem Zertifikat der Stelle, oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>CA-Datei wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>reading the keyring…</source>
        <translation>der Schlüsselbund wird gelesen …</translation>
    </message>
    <message>
        <source>There is a connection named %1 already.</source>
        <translation>Es gibt schon eine Verbindung namens %1.</translation>
    </message>
    <message>
        <source>Give this one another name, or choose it in the list to change it.</source>
        <translation>Geben Sie dieser einen anderen Namen, oder wählen Sie jene in der Liste, um sie zu ändern.</translation>
    </message>
    <message>
        <source>The keyring has not answered yet.</source>
        <translation>Der Schlüsselbund hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Wait for it, or type the key.</source>
        <translation>Warten Sie darauf, oder geben Sie den Schlüssel ein.</translation>
    </message>
    <message>
        <source>The kept key is for %1.</source>
        <translation>Der aufbewahrte Schlüssel gilt für %1.</translation>
    </message>
    <message>
        <source>The address is another one now: type the key that is to be sent to %1.</source>
        <translation>Die Adresse ist jetzt eine andere: Geben Sie den Schlüssel ein, der an %1 gesendet werden soll.</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ConnectionHub</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>LlamaCloud North America</source>
        <translation>LlamaCloud Nordamerika</translation>
    </message>
    <message>
        <source>LlamaCloud Europe</source>
        <translation>LlamaCloud Europa</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::DocumentsController</name>
    <message>
        <source>All documents as one table</source>
        <translation>Alle Dokumente als eine Tabelle</translation>
    </message>
    <message>
        <source>Confirm a value</source>
        <translation>Wert bestätigen</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::EvaluationController</name>
    <message>
        <source>Newest run of every document</source>
        <translation>Neuester Lauf jedes Dokuments</translation>
    </message>
    <message>
        <source>Expected values in a folder…</source>
        <translation>Erwartete Werte in einem Ordner …</translation>
    </message>
    <message>
        <source>Expected values in a file…</source>
        <translation>Erwartete Werte in einer Datei …</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>Lauf vom %1</translation>
    </message>
    <message>
        <source>Expected values</source>
        <translation>Erwartete Werte</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>There is nothing to evaluate yet.</source>
        <translation>Es gibt noch nichts auszuwerten.</translation>
    </message>
    <message>
        <source>Run documents, and come back when they are completed.</source>
        <translation>Lassen Sie Dokumente lesen und kommen Sie wieder, wenn sie fertig sind.</translation>
    </message>
    <message>
        <source>The expected values cannot be read.</source>
        <translation>Die erwarteten Werte lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Choose others, or compare again.</source>
        <translation>Wählen Sie andere oder vergleichen Sie neu.</translation>
    </message>
    <message>
        <source>Confirm or correct values in Review, or choose a folder of expected values: NAME.expected.json for NAME.pdf.</source>
        <translation>Bestätigen oder berichtigen Sie Werte in der Prüfung, oder wählen Sie einen Ordner mit erwarteten Werten: NAME.expected.json zu NAME.pdf.</translation>
    </message>
    <message>
        <source>Put NAME.expected.json or NAME.json beside NAME.pdf, with the values as JSON.</source>
        <translation>Legen Sie NAME.expected.json oder NAME.json neben NAME.pdf, mit den Werten als JSON.</translation>
    </message>
    <message>
        <source>Choose something else to compare with.</source>
        <translation>Wählen Sie etwas anderes zum Vergleichen.</translation>
    </message>
    <message>
        <source>There is nothing to compare these documents with.</source>
        <translation>Es gibt nichts, womit sich diese Dokumente vergleichen lassen.</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>evaluation</source>
        <comment>name of a file</comment>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Folder of the expected values</source>
        <translation>Ordner der erwarteten Werte</translation>
    </message>
    <message>
        <source>Correct an expected value</source>
        <translation>Einen erwarteten Wert berichtigen</translation>
    </message>
    <message>
        <source>A person added or removed this row. Open it in Review to change that.</source>
        <translation>Ein Mensch hat diese Zeile hinzugefügt oder entfernt. Öffnen Sie sie in der Prüfung, um das zu ändern.</translation>
    </message>
    <message>
        <source>This row lies in a list inside a list. Change it in the file of expected values.</source>
        <translation>Diese Zeile steht in einer Liste innerhalb einer Liste. Ändern Sie sie in der Datei der erwarteten Werte.</translation>
    </message>
    <message>
        <source>Another run is compared here, and nothing that was expected.</source>
        <translation>Hier wird ein anderer Lauf verglichen und nichts Erwartetes.</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ExportController</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>documents</source>
        <comment>name of a file</comment>
        <translation>Dokumente</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ExportDialog</name>
    <message>
        <source>JSON, one file a document</source>
        <translation>JSON, eine Datei je Dokument</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation>SQLite-Datenbank</translation>
    </message>
    <message>
        <source>HTML page with the evidence</source>
        <translation>HTML-Seite mit den Belegen</translation>
    </message>
    <message>
        <source>Everything that is known: values, citations, confidence, and what people decided.</source>
        <translation>Alles, was bekannt ist: Werte, Belege, Vertrauen und was Menschen entschieden haben.</translation>
    </message>
    <message>
        <source>The values of one document on each line, for programs.</source>
        <translation>Die Werte eines Dokuments in jeder Zeile, für Programme.</translation>
    </message>
    <message>
        <source>One table for any spreadsheet. Text that looks like a formula gets an apostrophe.</source>
        <translation>Eine Tabelle für jede Tabellenkalkulation. Text, der wie eine Formel aussieht, bekommt einen Apostroph.</translation>
    </message>
    <message>
        <source>A sheet for the documents and one for each list; the citation is each cell&apos;s comment.</source>
        <translation>Ein Blatt für die Dokumente und eines je Liste; der Beleg ist der Kommentar der Zelle.</translation>
    </message>
    <message>
        <source>A table for the documents, one for each list, and one with the evidence.</source>
        <translation>Eine Tabelle für die Dokumente, eine je Liste und eine mit den Belegen.</translation>
    </message>
    <message>
        <source>Values beside the pages that prove them, in one file for any browser.</source>
        <translation>Werte neben den Seiten, die sie belegen, in einer Datei für jeden Browser.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected document(s)</source>
        <translation>
            <numerusform>Das ausgewählte Dokument</numerusform>
            <numerusform>Die %n ausgewählten Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>This document</source>
        <translation>Dieses Dokument</translation>
    </message>
    <message numerus="yes">
        <source>All %n completed document(s)</source>
        <translation>
            <numerusform>Das eine fertige Dokument</numerusform>
            <numerusform>Alle %n fertigen Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>One row a document</source>
        <translation>Eine Zeile je Dokument</translation>
    </message>
    <message>
        <source>One row for each of %1</source>
        <translation>Eine Zeile je Eintrag von %1</translation>
    </message>
    <message>
        <source>Page, citation, confidence and state behind every value</source>
        <translation>Seite, Beleg, Vertrauen und Stand hinter jedem Wert</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::FileController</name>
    <message>
        <source>Open documents</source>
        <translation>Dokumente öffnen</translation>
    </message>
    <message>
        <source>Open a schema or configuration</source>
        <translation>Schema oder Konfiguration öffnen</translation>
    </message>
    <message>
        <source>Schemas and configurations (*.json);;All files (*)</source>
        <translation>Schemas und Konfigurationen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the schema</source>
        <translation>Schema speichern</translation>
    </message>
    <message>
        <source>Documents (%1);;All files (*)</source>
        <translation>Dokumente (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Another program has changed %1 since it was opened here.</source>
        <translation>Ein anderes Programm hat %1 geändert, seit die Datei hier geöffnet wurde.</translation>
    </message>
    <message>
        <source>Saving replaces what it has written. Under another name both are kept.</source>
        <translation>Speichern ersetzt, was es geschrieben hat. Unter einem anderen Namen bleibt beides erhalten.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Configuration with schema (*.extract.json)</source>
        <translation>Konfiguration mit Schema (*.extract.json)</translation>
    </message>
    <message>
        <source>Schema alone (*.json)</source>
        <translation>Nur das Schema (*.json)</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::Intake</name>
    <message>
        <source>picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch from the web</source>
        <translation>Aus dem Netz holen</translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n document(s) from %1?</source>
        <translation>
            <numerusform>%n Dokument von %1 holen?</numerusform>
            <numerusform>%n Dokumente von %1 holen?</numerusform>
        </translation>
    </message>
    <message>
        <source>That server learns that this computer asked. No key is sent, and nothing above %1 is taken.</source>
        <translation>Der Server erfährt, dass dieser Rechner gefragt hat. Es wird kein Schlüssel gesendet und nichts über %1 angenommen.</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be fetched.</source>
        <translation>
            <numerusform>%n Dokument konnte nicht geholt werden.</numerusform>
            <numerusform>%n Dokumente konnten nicht geholt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>document %1</source>
        <translation>Dokument %1</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::JobDesk</name>
    <message>
        <source>Paste documents</source>
        <translation>Dokumente einfügen</translation>
    </message>
    <message>
        <source>Run what is on the server…</source>
        <translation>Ausführen, was auf dem Server ist …</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Einen Ordner beobachten …</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>%1 beobachten</translation>
    </message>
    <message>
        <source>Remove uploads from the server after the job</source>
        <translation>Hochgeladenes nach dem Auftrag vom Server entfernen</translation>
    </message>
    <message>
        <source>Tell when a batch has ended</source>
        <translation>Melden, wenn ein Stapel zu Ende ist</translation>
    </message>
    <message>
        <source>Run the documents that come into a folder</source>
        <translation>Dokumente ausführen, die in einen Ordner kommen</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::KeysDialog</name>
    <message>
        <source>In the tables</source>
        <translation>In den Tabellen</translation>
    </message>
    <message>
        <source>Next cell, and a new row behind the last</source>
        <translation>Nächste Zelle, hinter der letzten eine neue Zeile</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>In Required: required, optional, nullable</source>
        <translation>In „Pflicht“: Pflicht, freiwillig, null erlaubt</translation>
    </message>
    <message>
        <source>In Review, held: the spot on the page beside the value</source>
        <translation>In der Prüfung, gehalten: die Stelle auf der Seite neben dem Wert</translation>
    </message>
    <message>
        <source>What was there before</source>
        <translation>Was vorher da stand</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::MainWindow</name>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung …</translation>
    </message>
    <message>
        <source>Extract Studio</source>
        <translation>Extract Studio</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open documents…</source>
        <translation>Dokumente öffnen …</translation>
    </message>
    <message>
        <source>New schema</source>
        <translation>Neues Schema</translation>
    </message>
    <message>
        <source>Open schema or configuration…</source>
        <translation>Schema oder Konfiguration öffnen …</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>&amp;Schema</translation>
    </message>
    <message>
        <source>Arrange as at first</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>&amp;Prüfung</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Extract Studio</source>
        <translation>Über Extract Studio</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Extraction target</source>
        <translation>Extraktionsziel</translation>
    </message>
    <message>
        <source>Put this document away</source>
        <translation>Dieses Dokument weglegen</translation>
    </message>
    <message>
        <source>Put all documents away</source>
        <translation>Alle Dokumente weglegen</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Strg+O</translation>
    </message>
    <message>
        <source>open documents</source>
        <translation>Dokumente öffnen</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>new field below</source>
        <translation>neues Feld darunter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>new child</source>
        <translation>neues Feld darin</translation>
    </message>
    <message>
        <source>Alt+↑↓</source>
        <translation>Alt+↑↓</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>open in Review</source>
        <translation>in der Prüfung öffnen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>J</source>
        <translation>J</translation>
    </message>
    <message>
        <source>next that needs attention</source>
        <translation>nächster zu prüfender Wert</translation>
    </message>
    <message>
        <source>%1 (F5)</source>
        <translation>%1 (F5)</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>&lt;b&gt;Extract Studio %1&lt;/b&gt;&lt;p&gt;Turns documents into data that people can trust.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Extract Studio %1&lt;/b&gt;&lt;p&gt;Macht aus Dokumenten Daten, denen man trauen kann.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) exported to %1.</source>
        <translation>
            <numerusform>%n Dokument nach %1 exportiert.</numerusform>
            <numerusform>%n Dokumente nach %1 exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>All documents are reviewed.</source>
        <translation>Alle Dokumente sind geprüft.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>confirm document, open the next</source>
        <translation>Dokument bestätigen, nächstes öffnen</translation>
    </message>
    <message>
        <source>Configurations on the server…</source>
        <translation>Konfigurationen auf dem Server …</translation>
    </message>
    <message>
        <source>New from a template</source>
        <translation>Neu aus einer Vorlage</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
    <message numerus="yes">
        <source>Expected values of %n document(s) are in %1.</source>
        <translation>
            <numerusform>Erwartete Werte von %n Dokument liegen in %1.</numerusform>
            <numerusform>Erwartete Werte von %n Dokumenten liegen in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>vergleichen</translation>
    </message>
    <message>
        <source>next difference</source>
        <translation>nächster Unterschied</translation>
    </message>
    <message>
        <source>peek</source>
        <translation>hineinsehen</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>The document has changed since this run: boxes may be in the wrong place.</source>
        <translation>Das Dokument wurde seit diesem Lauf geändert: Rahmen können an der falschen Stelle stehen.</translation>
    </message>
    <message>
        <source>Run it again to read it as it is now.</source>
        <translation>Ein neuer Lauf liest es, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Neu ausführen</translation>
    </message>
    <message>
        <source>Correct the text, or undo the change in it, and run again.</source>
        <translation>Berichtigen Sie den Text oder machen Sie die Änderung darin rückgängig, und starten Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 has the schema alone.</source>
        <translation>%1 enthält nur das Schema.</translation>
    </message>
    <message>
        <source>The configuration stays in this window. A file that ends in .extract.json has both.</source>
        <translation>Die Konfiguration bleibt in diesem Fenster. Eine Datei mit der Endung .extract.json enthält beides.</translation>
    </message>
    <message>
        <source>Opens the next document that nobody has confirmed yet</source>
        <translation>Öffnet das nächste Dokument, das noch niemand bestätigt hat</translation>
    </message>
    <message>
        <source>Choose the fields</source>
        <translation>Felder wählen</translation>
    </message>
    <message numerus="yes">
        <source>Review next · %n waiting</source>
        <translation>
            <numerusform>Nächstes prüfen · %n wartet</numerusform>
            <numerusform>Nächstes prüfen · %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are being fetched.</source>
        <translation>
            <numerusform>%n Dokument wird geholt.</numerusform>
            <numerusform>%n Dokumente werden geholt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::NewFieldHint</name>
    <message>
        <source>New field</source>
        <translation>Neues Feld</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>example</source>
        <translation>Beispiel</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::PageFieldController</name>
    <message>
        <source>New field from the page</source>
        <translation>Neues Feld von der Seite</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::Places</name>
    <message>
        <source>Design</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ReviewController</name>
    <message>
        <source>Waiting to try again: %1</source>
        <translation>Wartet auf neuen Versuch: %1</translation>
    </message>
    <message>
        <source>%1 is being read.</source>
        <translation>%1 wird gelesen.</translation>
    </message>
    <message>
        <source>The values are being opened.</source>
        <translation>Die Werte werden geöffnet.</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::RunController</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop a document first.</source>
        <translation>Legen Sie zuerst ein Dokument ab.</translation>
    </message>
    <message>
        <source>Add a field to the schema first.</source>
        <translation>Fügen Sie dem Schema zuerst ein Feld hinzu.</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt …</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>Preis nicht bekannt</translation>
    </message>
    <message>
        <source>The table of rates has no price for this tier, so nobody can say what the run will cost.</source>
        <translation>Die Preisliste hat keinen Preis für diese Stufe; niemand kann also sagen, was der Lauf kostet.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are still being counted. So far the run costs %1.</source>
        <translation>
            <numerusform>%n Dokument wird noch gezählt. Bisher kostet der Lauf %1.</numerusform>
            <numerusform>%n Dokumente werden noch gezählt. Bisher kostet der Lauf %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pages of %n document(s) cannot be counted here. The run costs %1.</source>
        <translation>
            <numerusform>Die Seiten von %n Dokument lassen sich hier nicht zählen. Der Lauf kostet %1.</numerusform>
            <numerusform>Die Seiten von %n Dokumenten lassen sich hier nicht zählen. Der Lauf kostet %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run costs %1. You want to be asked above %2.</source>
        <translation>Der Lauf kostet %1. Ab %2 möchten Sie gefragt werden.</translation>
    </message>
    <message>
        <source>The pages of what is on the server cannot be counted here, so nobody can say what the run will cost.</source>
        <translation>Die Seiten dessen, was auf dem Server liegt, lassen sich hier nicht zählen, darum kann niemand sagen, was der Lauf kosten wird.</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::SavedConfigurationsDialog</name>
    <message>
        <source>Configurations on the server</source>
        <translation>Konfigurationen auf dem Server</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurationen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>name for the present configuration</source>
        <translation>Name für die jetzige Konfiguration</translation>
    </message>
    <message>
        <source>Save under this name</source>
        <translation>Unter diesem Namen speichern</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Delete on the server</source>
        <translation>Auf dem Server löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What %1 keeps: schema and settings, without webhooks. A name that is there already is replaced.</source>
        <translation>Was %1 aufhebt: Schema und Einstellungen, ohne Webhooks. Ein Name, den es schon gibt, wird ersetzt.</translation>
    </message>
    <message>
        <source>Nothing is saved there yet.</source>
        <translation>Dort ist noch nichts gespeichert.</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::SchemaHelpController</name>
    <message>
        <source>Check on the server</source>
        <translation>Auf dem Server prüfen</translation>
    </message>
    <message>
        <source>%1 accepts this schema.</source>
        <translation>%1 nimmt dieses Schema an.</translation>
    </message>
    <message>
        <source>Written fields</source>
        <translation>Geschriebene Felder</translation>
    </message>
    <message>
        <source>Propose fields…</source>
        <translation>Felder vorschlagen …</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) proposed.</source>
        <translation>
            <numerusform>%n Feld vorgeschlagen.</numerusform>
            <numerusform>%n Felder vorgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete what you do not need, then run. Ctrl+Z takes the proposal back.</source>
        <translation>Löschen Sie, was Sie nicht brauchen, und führen Sie dann aus. Strg+Z nimmt den Vorschlag zurück.</translation>
    </message>
    <message>
        <source>No fields were found.</source>
        <translation>Es wurden keine Felder gefunden.</translation>
    </message>
    <message>
        <source>Say in your own words which values you want, or begin with a template.</source>
        <translation>Sagen Sie in eigenen Worten, welche Werte Sie suchen, oder beginnen Sie mit einer Vorlage.</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ServerInputDialog</name>
    <message>
        <source>Run what is on the server</source>
        <translation>Ausführen, was auf dem Server ist</translation>
    </message>
    <message>
        <source>Filter by name or id</source>
        <translation>Nach Name oder Kennung filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Files and parse jobs</source>
        <translation>Dateien und Parse-Aufträge</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>Kennungen</translation>
    </message>
    <message>
        <source>or paste ids: dfl-… of files, pjb-… of parse jobs</source>
        <translation>oder Kennungen einfügen: dfl-… von Dateien, pjb-… von Parse-Aufträgen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>These inputs are on %1 already; nothing is uploaded.</source>
        <translation>Diese Eingaben sind schon auf %1; es wird nichts hochgeladen.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>parsed</source>
        <translation>gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Run %n input(s)</source>
        <translation>
            <numerusform>%n Eingabe ausführen</numerusform>
            <numerusform>%n Eingaben ausführen</numerusform>
        </translation>
    </message>
    <message>
        <source>The server has no files and no parse jobs yet.</source>
        <translation>Der Server hat noch keine Dateien und keine Parse-Aufträge.</translation>
    </message>
    <message>
        <source>Paste an id, or drop documents on the window.</source>
        <translation>Fügen Sie eine Kennung ein oder ziehen Sie Dokumente in das Fenster.</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::StartPage</name>
    <message>
        <source>Schemas and configurations that you open or save are listed here.</source>
        <translation>Schemas und Konfigurationen, die Sie öffnen oder speichern, stehen hier.</translation>
    </message>
    <message>
        <source>&lt;b&gt;This computer:&lt;/b&gt; nothing leaves it. No key, no network, no cost.</source>
        <translation>&lt;b&gt;Dieser Computer:&lt;/b&gt; Nichts verlässt ihn. Kein Schlüssel, kein Netzwerk, keine Kosten.</translation>
    </message>
    <message>
        <source>Documents go to &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Dokumente gehen an &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Mit einem Server verbinden …</translation>
    </message>
    <message>
        <source>Change the connection…</source>
        <translation>Verbindung ändern …</translation>
    </message>
    <message>
        <source>Begin with a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::StatusBadge</name>
    <message>
        <source>This computer: nothing leaves it</source>
        <translation>Dieser Computer: Nichts verlässt ihn</translation>
    </message>
    <message>
        <source>service ready</source>
        <translation>Dienst bereit</translation>
    </message>
    <message>
        <source>service not running</source>
        <translation>Dienst läuft nicht</translation>
    </message>
    <message>
        <source>service is starting</source>
        <translation>Dienst startet</translation>
    </message>
    <message>
        <source>Documents go to %1</source>
        <translation>Dokumente gehen an %1</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::WatchSign</name>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>Beobachtet %1</translation>
    </message>
    <message>
        <source>Documents that come into %1 are run with this schema, or wait here where pages cost.</source>
        <translation>Dokumente, die nach %1 kommen, laufen mit diesem Schema, oder warten hier, wo Seiten etwas kosten.</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::WebhookController</name>
    <message>
        <source>Sending a test event from this computer…</source>
        <translation>Ein Testereignis wird von diesem Rechner gesendet …</translation>
    </message>
    <message>
        <source>It answered %1: events arrive.</source>
        <translation>Es antwortete %1: Ereignisse kommen an.</translation>
    </message>
    <message>
        <source>It answered %1, so a server would try again. Look at what receives the events.</source>
        <translation>Es antwortete %1; ein Server würde es wieder versuchen. Sehen Sie nach dem, was die Ereignisse empfängt.</translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::Workbench</name>
    <message>
        <source>Open another schema</source>
        <translation>Anderes Schema öffnen</translation>
    </message>
    <message>
        <source>New schema</source>
        <translation>Neues Schema</translation>
    </message>
    <message>
        <source>Take another configuration</source>
        <translation>Andere Konfiguration übernehmen</translation>
    </message>
</context>
<context>
    <name>xs::gui::viewer::DocumentView</name>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>No document is open.</source>
        <translation>Kein Dokument geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <comment>as in: page 1 of 4</comment>
        <translation>
            <numerusform>von %n</numerusform>
            <numerusform>von %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>Seitenzahl</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>zoom</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Search the document</source>
        <translation>Im Dokument suchen</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Show the values for which no place in the document was named</source>
        <translation>Die Werte zeigen, für die keine Stelle im Dokument genannt wurde</translation>
    </message>
    <message>
        <source>no evidence %1</source>
        <translation>kein Beleg %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) left</source>
        <translation>
            <numerusform>noch %n Seite</numerusform>
            <numerusform>noch %n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::viewer::PageTiles</name>
    <message>
        <source>This page is damaged and cannot be shown. Ask for a new copy of the document.</source>
        <translation>Diese Seite ist beschädigt und kann nicht gezeigt werden. Bitten Sie um eine neue Kopie des Dokuments.</translation>
    </message>
</context>
<context>
    <name>xs::gui::viewer::PageView</name>
    <message>
        <source>%1: %2, %3, page %4</source>
        <comment>field, value, confidence, number of the page</comment>
        <translation>%1: %2, %3, Seite %4</translation>
    </message>
</context>
<context>
    <name>xs::gui::viewer::ThumbnailList</name>
    <message>
        <source>Thumbnails</source>
        <translation>Vorschaubilder</translation>
    </message>
</context>
<context>
    <name>xs::gui::viewer::ThumbnailModel</name>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Page %1, %2</source>
        <translation>Seite %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) need(s) attention</source>
        <translation>
            <numerusform>%n Wert braucht Aufmerksamkeit</numerusform>
            <numerusform>%n Werte brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::viewer::ViewActions</name>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>An Breite anpassen</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>An Seite anpassen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Zurück zur vorigen Stelle</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vorwärts</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
</context>
<context>
    <name>xs::upload::CurlReply</name>
    <message>
        <source>Operation canceled</source>
        <translation>Vorgang abgebrochen</translation>
    </message>
</context>
</TS>
