<p>The author's notes, not verified: no check is bound to them.</p>
<ul>
<#list section.notes as note>
<li>${prose(note)}</li>
</#list>
</ul>
