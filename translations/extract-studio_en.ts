<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Agreement</name>
    <message numerus="yes">
        <source>sum of %1 over %n row(s) = %2</source>
        <translation>
            <numerusform>sum of %1 over %n row = %2</numerusform>
            <numerusform>sum of %1 over %n rows = %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 + %n day(s) = %2</source>
        <translation>
            <numerusform>%1 + %n day = %2</numerusform>
            <numerusform>%1 + %n days = %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteQuestion</name>
    <message numerus="yes">
        <source>Delete %n job(s) here and on the server?</source>
        <translation>
            <numerusform>Delete %n job here and on the server?</numerusform>
            <numerusform>Delete %n jobs here and on the server?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n job(s)?</source>
        <translation>
            <numerusform>Delete %n job?</numerusform>
            <numerusform>Delete %n jobs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The values of %n job(s) and what was reviewed of them are gone then; the documents stay.</source>
        <translation>
            <numerusform>The values of %n job and what was reviewed of it are gone then; the document stays.</numerusform>
            <numerusform>The values of %n jobs and what was reviewed of them are gone then; the documents stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveFieldsCommand</name>
    <message numerus="yes">
        <source>Move %n field(s)</source>
        <translation>
            <numerusform>Move %n field</numerusform>
            <numerusform>Move %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveFieldsCommand</name>
    <message numerus="yes">
        <source>Delete %n field(s)</source>
        <translation>
            <numerusform>Delete %n field</numerusform>
            <numerusform>Delete %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveQuestion</name>
    <message numerus="yes">
        <source>%n job(s) of this connection are not over and cannot go on without it.</source>
        <translation>
            <numerusform>%n job of this connection is not over and cannot go on without it.</numerusform>
            <numerusform>%n jobs of this connection are not over and cannot go on without it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceQuestion</name>
    <message numerus="yes">
        <source>%n file(s) with these names are in the folder already.</source>
        <translation>
            <numerusform>%n file with this name is in the folder already.</numerusform>
            <numerusform>%n files with these names are in the folder already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunReport</name>
    <message numerus="yes">
        <source>%1 of %n document(s) done.</source>
        <translation>
            <numerusform>%1 of %n document done.</numerusform>
            <numerusform>%1 of %n documents done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Watching; %n document(s) done</source>
        <translation>
            <numerusform>Watching; %n document done</numerusform>
            <numerusform>Watching; %n documents done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message numerus="yes">
        <source>The key opens %n project(s).</source>
        <translation>
            <numerusform>The key opens %n project.</numerusform>
            <numerusform>The key opens %n projects.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::cli::RunCommand</name>
    <message numerus="yes">
        <source>extract-studio-cli: The time limit of %n second(s) is over. What is not done is cancelled.</source>
        <translation>
            <numerusform>extract-studio-cli: The time limit of %n second is over. What is not done is cancelled.</numerusform>
            <numerusform>extract-studio-cli: The time limit of %n seconds is over. What is not done is cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going on with %n document(s) of an earlier run.</source>
        <translation>
            <numerusform>Going on with %n document of an earlier run.</numerusform>
            <numerusform>Going on with %n documents of an earlier run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n document(s) are not done; the same command goes on with them.</source>
        <translation>
            <numerusform>Stopped. %n document is not done; the same command goes on with it.</numerusform>
            <numerusform>Stopped. %n documents are not done; the same command goes on with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n job(s) go on at %1, and</source>
        <translation>
            <numerusform>Stopped. %n job goes on at %1, and</numerusform>
            <numerusform>Stopped. %n jobs go on at %1, and</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) were not sent yet; the same command goes on with both.</source>
        <translation>
            <numerusform>%n document was not sent yet; the same command goes on with both.</numerusform>
            <numerusform>%n documents were not sent yet; the same command goes on with both.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::common::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::EvaluatePage</name>
    <message numerus="yes">
        <source>%n document(s) left out</source>
        <translation>
            <numerusform>%n document left out</numerusform>
            <numerusform>%n documents left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::evaluate::ThresholdPane</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) to look at</source>
        <translation>
            <numerusform>%n value to look at</numerusform>
            <numerusform>%n values to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::joblist::JobModel</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::joblist::JobStrip</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reviewed</source>
        <translation>
            <numerusform>%n reviewed</numerusform>
            <numerusform>%n reviewed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::joblist::JobsPage</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::review::DocumentsPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::review::EvidenceStrip</name>
    <message numerus="yes">
        <source>Page %1 was named for this value, and the document has only %n page(s).</source>
        <translation>
            <numerusform>Page %1 was named for this value, and the document has only %n page.</numerusform>
            <numerusform>Page %1 was named for this value, and the document has only %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::review::ResultModel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <comment>values of a list</comment>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <comment>values of a list</comment>
        <translation>
            <numerusform>%n edited</numerusform>
            <numerusform>%n edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::review::ResultsPage</name>
    <message numerus="yes">
        <source>%n value(s) left</source>
        <translation>
            <numerusform>%n value left</numerusform>
            <numerusform>%n values left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::review::ReviewEditor</name>
    <message numerus="yes">
        <source>Confirm %n value(s)</source>
        <translation>
            <numerusform>Confirm %n value</numerusform>
            <numerusform>Confirm %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::ConfigurationPage</name>
    <message numerus="yes">
        <source>The document has %n page(s), and none of these. Choose others.</source>
        <translation>
            <numerusform>The document has %n page, and none of these. Choose others.</numerusform>
            <numerusform>The document has %n pages, and none of these. Choose others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::CostFooter</name>
    <message numerus="yes">
        <source>%n page(s) × %1</source>
        <translation>
            <numerusform>%n page × %1</numerusform>
            <numerusform>%n pages × %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::EditorMessage</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::OptionsSection</name>
    <message numerus="yes">
        <source>%n unknown field(s)</source>
        <translation>
            <numerusform>%n unknown field</numerusform>
            <numerusform>%n unknown fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::SchemaStatus</name>
    <message numerus="yes">
        <source>%n error(s), cannot run</source>
        <translation>
            <numerusform>%n error, cannot run</numerusform>
            <numerusform>%n errors, cannot run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n level</numerusform>
            <numerusform>%n levels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::schemaeditor::WebhooksSection</name>
    <message numerus="yes">
        <source>%n webhook(s)</source>
        <translation>
            <numerusform>%n webhook</numerusform>
            <numerusform>%n webhooks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::BatchNotifier</name>
    <message numerus="yes">
        <source>%n job(s) completed</source>
        <translation>
            <numerusform>%n job completed</numerusform>
            <numerusform>%n jobs completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ComparisonSource</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ExportDialog</name>
    <message numerus="yes">
        <source>The %n selected document(s)</source>
        <translation>
            <numerusform>The selected document</numerusform>
            <numerusform>The %n selected documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n completed document(s)</source>
        <translation>
            <numerusform>The one completed document</numerusform>
            <numerusform>All %n completed documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::Intake</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n document(s) from %1?</source>
        <translation>
            <numerusform>Fetch %n document from %1?</numerusform>
            <numerusform>Fetch %n documents from %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be fetched.</source>
        <translation>
            <numerusform>%n document could not be fetched.</numerusform>
            <numerusform>%n documents could not be fetched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::MainWindow</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) exported to %1.</source>
        <translation>
            <numerusform>%n document exported to %1.</numerusform>
            <numerusform>%n documents exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expected values of %n document(s) are in %1.</source>
        <translation>
            <numerusform>Expected values of %n document are in %1.</numerusform>
            <numerusform>Expected values of %n documents are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review next · %n waiting</source>
        <translation>
            <numerusform>Review next · %n waiting</numerusform>
            <numerusform>Review next · %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are being fetched.</source>
        <translation>
            <numerusform>%n document is being fetched.</numerusform>
            <numerusform>%n documents are being fetched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::RunController</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are still being counted. So far the run costs %1.</source>
        <translation>
            <numerusform>%n document is still being counted. So far the run costs %1.</numerusform>
            <numerusform>%n documents are still being counted. So far the run costs %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pages of %n document(s) cannot be counted here. The run costs %1.</source>
        <translation>
            <numerusform>The pages of %n document cannot be counted here. The run costs %1.</numerusform>
            <numerusform>The pages of %n documents cannot be counted here. The run costs %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::SchemaHelpController</name>
    <message numerus="yes">
        <source>%n field(s) proposed.</source>
        <translation>
            <numerusform>%n field proposed.</numerusform>
            <numerusform>%n fields proposed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::shell::ServerInputDialog</name>
    <message numerus="yes">
        <source>Run %n input(s)</source>
        <translation>
            <numerusform>Run %n input</numerusform>
            <numerusform>Run %n inputs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::viewer::DocumentView</name>
    <message numerus="yes">
        <source>of %n</source>
        <comment>as in: page 1 of 4</comment>
        <translation>
            <numerusform>of %n</numerusform>
            <numerusform>of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) left</source>
        <translation>
            <numerusform>%n page left</numerusform>
            <numerusform>%n pages left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xs::gui::viewer::ThumbnailModel</name>
    <message numerus="yes">
        <source>%n value(s) need(s) attention</source>
        <translation>
            <numerusform>%n value needs attention</numerusform>
            <numerusform>%n values need attention</numerusform>
        </translation>
    </message>
</context>
</TS>
