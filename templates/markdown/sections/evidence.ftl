## ${section.heading}

<details>
<summary>${section.count}, and the commands that look again</summary>

| Evidence, sha256 | Checks | Looked at | Seen at (UTC), took |
| --- | --- | --- | --- |
<#list section.rows as row>
| ${row.id} ${cellCode(row.digest)} | <#list row.checks as check>${ref(check)}<#sep>, </#list> | ${row.kind}: ${cellCode(row.source)}<#if row.note?has_content> · ${row.note}</#if> | ${row.seen} |
</#list>
<#if section.script?has_content>

${fenced("shell", section.script)}
</#if>

</details>
