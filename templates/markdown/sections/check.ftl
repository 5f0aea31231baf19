<#-- One check in full: `check`, a `CheckView`. -->
### ${check.id}

${check.status.mark} **${check.status.outcome}**<#if check.status.blocking> · blocking</#if><#list check.status.notes as note> · ${note}</#list> · ${check.title} · ${check.type}<#if check.took??> · took ${check.took}</#if>

${check.headline}<#if check.expected??> · expected ${check.expected}</#if>
<#if check.facts?has_content>

<#list check.facts as fact>
- ${fact.name}: ${fact.text}
</#list>
</#if>
<#if check.assertions?has_content>

| Looked at | Expected | Seen | Result |
| --- | --- | --- | --- |
<#list check.assertions as row>
| ${row.what} | ${row.expected} | ${row.seen} | ${row.mark} ${row.outcome} |
</#list>
</#if>
<#if check.metrics?has_content>

| Measured | Value | Bound | Result |
| --- | --- | --- | --- |
<#list check.metrics as metric>
| ${metric.name} | ${metric.value} | ${metric.bound} | ${metric.result} |
</#list>
</#if>
<#if check.signatures??>

<#assign signatures = check.signatures>
<#include "signatures.ftl">
</#if>
<#list check.excerpts as excerpt>

<#assign proof = check.proof>
<#include "excerpt.ftl">
</#list>
<#if check.pages?has_content>

See also: <#list check.pages as link>${page(link.title, link.url)}<#sep>, </#list>
</#if>
<#if check.repeat??>

<#assign commands = check.repeat>
<#include "commands.ftl">
</#if>
