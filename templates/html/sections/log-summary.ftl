<#-- What was read of logs, before their checks: `log`, a `LogSummary`. -->
<div class="log">
<#list log.reads as read>
<p><#if read.number??>Read ${read.number}: </#if>${read.entries} of <code>${read.source}</code>, ${read.extent}. ${read.requests}.<#if read.gap??> <@mark of="⚠️" /><strong>Not complete:</strong> ${prose(read.gap)}.</#if></p>
<ul>
<#if read.severities?has_content>
<li>Severity: ${read.severities}</li>
</#if>
<li>Ingestion: ${prose(read.ingestion)}</li>
<li>Checks that rest on it: ${read.checks}</li>
</ul>
<#if read.timeline??>
<#assign chart = read.timeline.chart, chartTitle = "Entries per ${read.timeline.step}", chartText = "from ${read.timeline.from}: ${read.timeline.numbers}", chartNames = "From", chartValues = "Entries">
<#include "chart.ftl">
</#if>
<#if read.repeat??>
<#assign commands = read.repeat>
<#include "commands.ftl">
</#if>
</#list>
<#if log.found?has_content>
<p>What the log checks of this run found:</p>
<ul>
<#list log.found as group>
<li>${group.kind}
<ul>
<#list group.items as item>
<li><@ref link=item.check />: ${prose(item.text)}</li>
</#list>
</ul>
</li>
</#list>
</ul>
</#if>
<#list log.changes as change>
<@grid label="Before and after" heads=["Compared", "BEFORE ${change.before}", "AFTER ${change.after}"]>
<#list change.rows as row>
<tr><td>${prose(row.what)}<#if row.check??> (<@ref link=row.check />)</#if></td><td>${row.before}</td><td>${row.after}<#if row.result??> · ${row.result}</#if></td></tr>
</#list>
</@grid>
</#list>
</div>
