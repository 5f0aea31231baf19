<#-- Masked lines against the baseline: `signatures`, of the type `Signatures`. -->
<#macro signatureTable rows>
| Change | Severity | Lines | Per request | First seen | Signature |
| --- | --- | --- | --- | --- | --- |
<#list rows as row>
| ${row.mark} ${row.change} | ${row.severity} | ${row.count} | ${row.perRequest} | ${row.first} | ${cellCode(row.text)} |
</#list>
</#macro>
Signatures listed, against the baseline: ${signatures.tally}.
<#if signatures.shown?has_content>

<@signatureTable rows=signatures.shown />
</#if>
<#if signatures.folded?has_content>

<details>
<summary>${signatures.rest}</summary>

<@signatureTable rows=signatures.folded />

</details>
</#if>
<#list signatures.examples as excerpt>

<#assign proof = "One line of each new signature">
<#include "excerpt.ftl">
</#list>
