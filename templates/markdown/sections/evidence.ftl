## ${section.heading}

<details>
<summary>${section.count}: what was looked at, and when</summary>

| Evidence, sha256 | Looked at | Checks | Seen at (UTC), took |
| --- | --- | --- | --- |
<#list section.rows as row>
| ${row.id} ${cellCode(row.digest)} | ${row.kind}: ${cellCode(row.source)}<#if row.note?has_content> · ${row.note}</#if> | <#if row.checks.shown?has_content><#assign links = row.checks><#include "links.ftl"><#else>none</#if> | ${row.seen} |
</#list>
<#if section.elsewhere>

Commands that look again stand at their checks.<#if section.script?has_content> The others:</#if>
</#if>
<#if section.script?has_content>

${fenced("shell", section.script)}
</#if>

</details>
