## ${section.heading}

| Metric | Status | Evidence |
| --- | --- | --- |
<#list section.rows as row>
| ${ref(row.metric)} | ${row.status.mark} ${row.status.outcome}<#list row.status.notes as note> · ${note}</#list> | ${row.evidence} |
</#list>
