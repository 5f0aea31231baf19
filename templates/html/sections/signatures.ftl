<#-- Masked lines against the baseline: `signatures`, of the type `Signatures`. -->
<#macro signatureTable label rows>
<@grid label=label heads=["Change", "Severity", "Lines", "Per request", "First seen", "Signature"]>
<#list rows as row>
<tr><td><@mark of=row.mark />${row.change}</td><td>${row.severity}</td><td>${row.count}</td><td>${row.perRequest}</td><td>${row.first}</td><td><code>${row.text}</code></td></tr>
</#list>
</@grid>
</#macro>
<p>Signatures listed, against the baseline: ${signatures.tally}.</p>
<#if signatures.shown?has_content>
<@signatureTable label="Signatures" rows=signatures.shown />
</#if>
<#if signatures.folded?has_content>
<details>
<summary>${signatures.rest}</summary>
<@signatureTable label="More signatures" rows=signatures.folded />
</details>
</#if>
<#list signatures.examples as excerpt>
<#assign proof = "One line of each new signature">
<#include "excerpt.ftl">
</#list>
