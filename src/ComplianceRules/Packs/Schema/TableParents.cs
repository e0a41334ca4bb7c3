using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>Sees to it that every table hangs below region.</summary>
internal static class TableParents
{
    /// <summary>Reports and takes out the tables that lack a parent or a list name, that hang below an unknown table, or below themselves.</summary>
    /// <param name="drafts">The tables by name.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(SortedDictionary<string, TableDraft> drafts, DiagnosticBag problems)
    {
        string[] names = [.. drafts.Keys];
        List<TableDraft> wrong = [.. drafts.Values.Where(d => !IsComplete(d, names, problems))];
        wrong.AddRange(Unrooted(drafts, problems));
        foreach (TableDraft draft in wrong) drafts.Remove(draft.Name);
        foreach (TableDraft orphan in Orphans(drafts)) drafts.Remove(orphan.Name);
    }

    private static bool IsComplete(TableDraft draft, string[] names, DiagnosticBag problems)
    {
        if (draft.IsBase) return true;
        if (draft.Parent is null || draft.Children is null)
        {
            string missing = draft.Parent is null ? "parent" : "children";
            Diagnostic diagnostic = new(DiagnosticCodes.TableNotDeclared, draft.Place, draft.Name, missing);
            problems.Add(diagnostic with { DidYouMean = NearestName.Of(draft.Name, names.Where(n => n != draft.Name)) });
            return false;
        }

        if (names.Contains(draft.Parent, StringComparer.Ordinal)) return true;
        Diagnostic unknown = new(DiagnosticCodes.UnknownParent, draft.ParentPlace, draft.Name, draft.Parent);
        problems.Add(unknown with { DidYouMean = NearestName.Of(draft.Parent, names) });
        return false;
    }

    private static IEnumerable<TableDraft> Unrooted(SortedDictionary<string, TableDraft> drafts, DiagnosticBag problems)
    {
        foreach (TableDraft draft in drafts.Values.Where(d => IsOwnAncestor(d, drafts)))
        {
            problems.Report(DiagnosticCodes.TableBelowItself, draft.ParentPlace, draft.Name, draft.Parent!);
            yield return draft;
        }
    }

    private static bool IsOwnAncestor(TableDraft draft, SortedDictionary<string, TableDraft> drafts)
    {
        TableDraft? at = draft;
        for (int steps = 0; steps <= drafts.Count; steps++)
        {
            if (at is null || at.IsBase || at.Parent is null) return false;
            at = drafts.GetValueOrDefault(at.Parent);
            if (at == draft) return true;
        }

        return false;
    }

    // Below a table that was taken out: its own fault is reported, theirs would only repeat it.
    private static List<TableDraft> Orphans(SortedDictionary<string, TableDraft> drafts) => [.. drafts.Values.Where(d => !ReachesBase(d, drafts))];

    private static bool ReachesBase(TableDraft draft, SortedDictionary<string, TableDraft> drafts)
    {
        TableDraft? at = draft;
        while (at is { IsBase: false }) at = drafts.GetValueOrDefault(at.Parent!);
        return at is not null;
    }
}
