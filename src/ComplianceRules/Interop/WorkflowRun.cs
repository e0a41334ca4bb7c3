using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Interop;

/// <summary>One import: reading, translating, checking, writing.</summary>
/// <remarks>For one thread, and for one run.</remarks>
internal sealed class WorkflowRun
{
    private readonly SourceFile _file;
    private readonly PackSet _packs;
    private readonly RulePack _facts;
    private readonly WorkflowImportOptions _options;
    private readonly FactSchema _schema;
    private readonly DiagnosticBag _problems = new();
    private readonly LinqTexts _texts = new();
    private readonly HashSet<string> _inputsRead = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(Workflow Workflow, TranslatedRule Rule, PackEntry? Entry)> _rules = [];
    private readonly FreeIds _ruleIds;
    private readonly FreeIds _instrumentIds;
    private readonly FreeIds _areaIds;

    public WorkflowRun(SourceFile file, PackSet packs, RulePack facts, WorkflowImportOptions options)
    {
        (_file, _packs, _facts, _options) = (file, packs, facts, options);
        _schema = new PackSchemas(new PackScopes(packs, new FormerCodesReader(packs, new DiagnosticBag()).Read())).Of(facts);
        _ruleIds = new FreeIds(packs.Packs.SelectMany(p => p.Rules).Select(r => r.Id));
        _instrumentIds = new FreeIds(packs.Packs.SelectMany(p => p.Instruments.Keys));
        _areaIds = new FreeIds(packs.Packs.SelectMany(p => p.Rules.Select(r => r.Area).Concat(p.Areas.Keys)));
    }

    public Checked<ImportedPack> Run()
    {
        ImmutableArray<Workflow> workflows = WorkflowReader.Read(_file, _problems);
        InputMap inputs = InputMap.Read(_options.Map, _schema, _file.Name, _problems);
        if (_problems.HasErrors) return _problems.Finish<ImportedPack>(null);
        InjectedRules injected = new(workflows, _problems);
        foreach (Workflow workflow in workflows) Translate(injected.Of(workflow), inputs);
        foreach (string input in _options.Map.Keys.Where(k => !k.Contains('.', StringComparison.Ordinal) && !_inputsRead.Contains(k))) _problems.Report(DiagnosticCodes.InputMapUnused, SourceSpan.Whole(_file.Name), input);
        return Finish();
    }

    private void Translate(Workflow workflow, InputMap inputs)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        string title = workflow.Name.Text;
        PackSection? section = null;
        foreach (WorkflowRule rule in workflow.Rules)
        {
            bool isTwice = rule.Name.Length > 0 && !names.Add(rule.Name);
            TranslatedRule translated = !workflow.Refusals.IsEmpty ? new TranslatedRule(rule, workflow.Refusals)
                : isTwice ? new TranslatedRule(rule, [new Diagnostic(DiagnosticCodes.ForeignNameTwice, rule.Node.Span with { Length = 1 }, JsonFault.Shown(rule.Name))])
                : Translated(rule, workflow, inputs);
            if (translated.IsGood) section ??= new PackSection(title, _instrumentIds.Of(title, "workflow"), _areaIds.Of(title, "workflow"));
            _rules.Add((workflow, translated, translated.IsGood ? Entry(translated, workflow, section!, inputs) : null));
        }
    }

    private TranslatedRule Translated(WorkflowRule rule, Workflow workflow, InputMap inputs)
    {
        RuleSubject read = new(_schema, inputs, _texts, new DiagnosticBag());
        read.Of(rule, workflow.Parameters);
        _inputsRead.UnionWith(read.Read);
        return new RuleTranslator(_schema, inputs, _texts).Translate(rule, workflow.Parameters);
    }

    private PackEntry Entry(TranslatedRule translated, Workflow workflow, PackSection section, InputMap inputs)
    {
        DiagnosticBag told = new();
        TranslationScope scope = new([.. workflow.Parameters, .. translated.Rule.Parameters]);
        Translator translator = new(_schema, inputs, _schema.Table(translated.Subject)!, _texts);
        string? message = MessageOf.Rule(translated, scope, translator, told);
        string id = _ruleIds.Of(translated.Rule.Name, "rule", $"{section.Instrument}.");
        return new PackEntry(section, id, translated) { Parameters = workflow.Parameters, Message = message, Told = [.. translated.Diagnostics, .. told.InOrderFound] };
    }

    private Checked<ImportedPack> Finish()
    {
        ImmutableArray<PackEntry> entries = [.. _rules.Select(r => r.Entry).OfType<PackEntry>()];
        int order = _packs.Packs.Where(p => p.Region == _facts.Region).Max(p => p.Order ?? 0) + 1;
        PackHead head = new(_options.PackId, _facts, order, [.. entries.Select(e => e.Section).Distinct()]);
        CheckedEntries check = new(_packs, head);
        entries = check.Of(entries, _problems);
        Dictionary<string, PackEntry> told = entries.ToDictionary(e => e.Id, StringComparer.Ordinal);
        ImmutableArray<ImportedRule> rules = [.. _rules.Select(r => Became(r.Workflow, r.Rule, r.Entry, told, check))];
        if (entries.IsEmpty)
        {
            foreach (ImportedRule rule in rules) _problems.AddRange(rule.Diagnostics);
            _problems.Report(DiagnosticCodes.NothingImported, SourceSpan.Whole(_file.Name));
            return _problems.Finish<ImportedPack>(null);
        }

        ImmutableArray<RulePackFile> files =
        [
            new RulePackFile(PackFolder.PackFile, ImportedPackWriter.Write(head, entries)),
            new RulePackFile("README.md", ImportReadme.Write(head, entries, rules)),
        ];
        return _problems.Finish(new ImportedPack(files, rules));
    }

    private static ImportedRule Became(Workflow workflow, TranslatedRule rule, PackEntry? entry, Dictionary<string, PackEntry> entries, CheckedEntries check)
    {
        string title = workflow.Name.Text;
        if (entry is null) return new ImportedRule(title, rule.Rule.Name, null, rule.Diagnostics);
        if (check.Refused.TryGetValue(entry.Id, out ImmutableArray<Diagnostic> refused)) return new ImportedRule(title, rule.Rule.Name, null, refused);
        return new ImportedRule(title, rule.Rule.Name, entry.Id, entries[entry.Id].Told);
    }
}
