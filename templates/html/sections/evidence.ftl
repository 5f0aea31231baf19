<details>
<summary>${section.count}: what was looked at, and when</summary>
<@grid label=section.heading heads=["Evidence, sha256", "Looked at", "Checks", "Seen at (UTC), took"]>
<#list section.rows as row>
<tr><td>${row.id} <code>${row.digest}</code></td><td>${row.kind}: <code>${row.source}</code><#if row.note?has_content> · ${prose(row.note)}</#if></td><td><#if row.checks.shown?has_content><#assign links = row.checks><#include "links.ftl"><#else>none</#if></td><td>${row.seen}</td></tr>
</#list>
</@grid>
<#if section.elsewhere>
<p>Commands that look again stand at their checks.<#if section.script?has_content> The others:</#if></p>
</#if>
<#if section.script?has_content>
<@commandBlock text=section.script />
</#if>
</details>
