using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Which sheets a workbook has and where its parts are.</summary>
/// <param name="Sheets">The sheets with cells, in their order.</param>
/// <param name="Texts">The part of the shared texts; null for none.</param>
/// <param name="Styles">The part of the styles; null for none.</param>
/// <param name="CountsFrom1904">Whether days are counted from 1904, not from 1900.</param>
internal sealed record WorkbookIndex(ImmutableArray<SheetEntry> Sheets, string? Texts, string? Styles, bool CountsFrom1904)
{
    private const string Root = "_rels/.rels";
    private const string Usual = "xl/workbook.xml";
    private const int MostSheets = 1024;

    /// <summary>Reads the index.</summary>
    /// <exception cref="WorkbookException">It is damaged, or no workbook.</exception>
    public static WorkbookIndex Read(WorkbookPackage package)
    {
        string workbook = Relations(package, Root, string.Empty).Values.FirstOrDefault(r => r.Type == "officeDocument").Target ?? Usual;
        if (!package.Has(workbook) || !workbook.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) throw new WorkbookException(new Diagnostic(DiagnosticCodes.WorkbookNone, package.Span));
        string folder = workbook[..(workbook.LastIndexOf('/') + 1)];
        Dictionary<string, (string Type, string Target)> relations = Relations(package, $"{folder}_rels/{workbook[folder.Length..]}.rels", folder);
        using PartReader reader = package.Read(workbook);
        reader.Root("workbook");
        List<SheetEntry> sheets = [];
        bool from1904 = false;
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Name == "workbookPr") from1904 = reader.Attribute("date1904") is "1" or "true";
            else if (reader.Name == "sheets") ReadSheets(reader, relations, sheets, () => package.Damaged(workbook));
        }

        reader.Finish();
        if (sheets.DistinctBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Count() < sheets.Count) throw package.Damaged(workbook);
        if (sheets.Count == 0) throw new WorkbookException(new Diagnostic(DiagnosticCodes.WorkbookEmpty, package.Span));
        return new WorkbookIndex([.. sheets], Part("sharedStrings"), Part("styles"), from1904);

        string? Part(string type) => relations.Values.FirstOrDefault(r => r.Type == type).Target;
    }

    private static void ReadSheets(PartReader reader, Dictionary<string, (string Type, string Target)> relations, List<SheetEntry> sheets, Func<WorkbookException> damaged)
    {
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Name != "sheet") continue;
            if (reader.Attribute("name") is not { } name || reader.Relation() is not { } id || !relations.TryGetValue(id, out (string Type, string Target) part) || sheets.Count == MostSheets) throw damaged();
            // Charts and macros have sheets of their own, without cells.
            if (part.Type == "worksheet") sheets.Add(new SheetEntry(name, part.Target, reader.Attribute("state") is "hidden" or "veryHidden"));
        }
    }

    private static Dictionary<string, (string Type, string Target)> Relations(WorkbookPackage package, string part, string folder)
    {
        Dictionary<string, (string Type, string Target)> relations = new(StringComparer.Ordinal);
        if (!package.Has(part)) return relations;
        using PartReader reader = package.Read(part);
        reader.Root("Relationships");
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Attribute("Id") is not { } id || reader.Attribute("Target") is not { } target || reader.Attribute("Type") is not { } type) continue;
            relations[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
        }

        reader.Finish();
        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target.TrimStart('/');
        List<string> path = [];
        foreach (string segment in (folder + target).Split('/'))
        {
            if (segment == ".." && path.Count > 0) path.RemoveAt(path.Count - 1);
            else if (segment is not ("." or "..")) path.Add(segment);
        }

        return string.Join('/', path);
    }
}
