<#if !subject.empty>
<#assign separator = "">
<#if subject.title??>**${subject.title}**<#assign separator = " · "></#if><#if subject.priority??>${separator}priority ${subject.priority}<#assign separator = " · "></#if><#if subject.branch??>${separator}branch ${code(subject.branch)}<#assign separator = " · "></#if><#if subject.commit??>${separator}commit ${code(subject.commit)}<#assign separator = " · "></#if><#list subject.links as link>${separator}${page(link.title, link.url)}<#assign separator = " · "></#list>

</#if>
| Fact | Value |
| --- | --- |
<#list report.facts as fact>
| ${fact.name} | <#if fact.code??>${cellCode(fact.code)}<#if fact.text?has_content> · ${fact.text}</#if><#else>${fact.text}</#if> |
</#list>
