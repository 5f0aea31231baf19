<p>A claim is verified only when every check that it is bound to passed.</p>
<@grid label=section.heading heads=["Claim", "Answer", "Checks"]>
<#list section.claims as claim>
<tr><td>${prose(claim.text)}</td><td><@mark of=claim.mark />${claim.answer}</td><td><#list claim.checks as bound><#if bound.status??><@mark of=bound.status.mark /></#if><@ref link=bound.check /><#sep>, </#list></td></tr>
</#list>
</@grid>
