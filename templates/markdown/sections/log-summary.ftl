<#-- What was read of logs, before their checks: `log`, a `LogSummary`. -->
<#list log.reads as read>

<#if read.number??>Read ${read.number}: </#if>${read.entries} of ${code(read.source)}, ${read.extent}. ${read.requests}.<#if read.gap??> ⚠️ **Not complete:** ${read.gap}.</#if>

<#if read.severities?has_content>
- Severity: ${read.severities}
</#if>
<#if read.timeline??>
- Entries per ${read.timeline.step} from ${read.timeline.from}: ${code(read.timeline.bars)} (${read.timeline.numbers})
</#if>
- Ingestion: ${read.ingestion}
- Checks that rest on it: ${read.checks}
<#if read.repeat??>

<#assign commands = read.repeat>
<#include "commands.ftl">
</#if>
</#list>
<#if log.found?has_content>

What the log checks of this run found:

<#list log.found as group>
- ${group.kind}
<#list group.items as item>
  - ${ref(item.check)}: ${item.text}
</#list>
</#list>
</#if>
<#list log.changes as change>

| Compared | BEFORE ${cellCode(change.before)} | AFTER ${cellCode(change.after)} |
| --- | --- | --- |
<#list change.rows as row>
| ${row.what}<#if row.check??> (${ref(row.check)})</#if> | ${row.before} | ${row.after}<#if row.result??> · ${row.result}</#if> |
</#list>
</#list>
