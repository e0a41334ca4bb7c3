using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>Makes one schema of the base tables and of all that packs say of tables, fields and counting units.</summary>
/// <remarks>
/// Where two packs may say different things (titles, costs of change), the one further out holds and the one further in fills what it leaves open.
/// What is wrong is left out of the schema, which is always sound: every parent is known and no table is its own ancestor, save region.
/// </remarks>
internal static class FactSchemaComposer
{
    /// <summary>Composes the schema of packs.</summary>
    /// <param name="packs">The packs, outermost first.</param>
    /// <param name="problems">Takes what does not fit together, with both places.</param>
    public static FactSchema Compose(IEnumerable<RulePack> packs, DiagnosticBag problems)
    {
        ImmutableArray<RulePack> given = [.. packs];
        SortedDictionary<string, TableDraft> drafts = Gather(given, problems);
        TableParents.Check(drafts, problems);
        RefuseSharedListNames(drafts, problems);
        FactSchema schema = new(
            drafts.Values.Select(d => d.ToTable()).ToImmutableSortedDictionary(t => t.Name, t => t, StringComparer.Ordinal),
            UnitsOf(given));
        RefuseTakenFieldNames(drafts, schema, problems);
        return schema;
    }

    private static SortedDictionary<string, TableDraft> Gather(ImmutableArray<RulePack> packs, DiagnosticBag problems)
    {
        SortedDictionary<string, TableDraft> drafts = new(StringComparer.Ordinal);
        foreach (TableSchema table in BaseTables.Schema.Tables.Values) drafts.Add(table.Name, new TableDraft(table));
        foreach (TableFragment fragment in packs.SelectMany(p => p.Facts))
        {
            if (!drafts.TryGetValue(fragment.Name, out TableDraft? draft))
            {
                if (drafts.Count == PackBounds.Tables)
                {
                    PackBounds.Refuse("facts", PackBounds.Tables, fragment.Place, problems);
                    break;
                }

                draft = new TableDraft(fragment.Name);
                drafts.Add(fragment.Name, draft);
            }

            draft.Add(fragment, problems);
        }

        return drafts;
    }

    private static void RefuseSharedListNames(SortedDictionary<string, TableDraft> drafts, DiagnosticBag problems)
    {
        // INVARIANT: every table descends from region, so any two lists are seen together from some row.
        Dictionary<string, TableDraft> owners = new(StringComparer.Ordinal);
        foreach (TableDraft draft in drafts.Values.OrderBy(d => !d.IsBase))
        {
            if (!owners.TryAdd(draft.Children!, draft))
                problems.Report(DiagnosticCodes.ListNameTaken, draft.ChildrenPlace, draft.Children!, draft.Name, owners[draft.Children!].Name);
        }
    }

    private static void RefuseTakenFieldNames(SortedDictionary<string, TableDraft> drafts, FactSchema schema, DiagnosticBag problems)
    {
        foreach (TableDraft draft in drafts.Values)
        {
            HashSet<string> taken = new(StringComparer.Ordinal) { "id" };
            taken.UnionWith(schema.SelfAndAncestors(draft.Name).Select(t => t.Name));
            taken.UnionWith(schema.Lists(draft.Name).Select(t => t.Children));
            foreach ((string name, SourceSpan? place) in draft.FieldPlaces.Where(f => taken.Contains(f.Name)))
                problems.Report(DiagnosticCodes.FieldNameTaken, place, name, draft.Name);
        }
    }

    private static ImmutableSortedDictionary<string, LocalText> UnitsOf(ImmutableArray<RulePack> packs)
    {
        ImmutableSortedDictionary<string, LocalText>.Builder units = ImmutableSortedDictionary.CreateBuilder<string, LocalText>(StringComparer.Ordinal);
        foreach ((string name, LocalText title) in packs.SelectMany(p => p.Units))
            units[name] = units.TryGetValue(name, out LocalText? outer) ? outer.FilledBy(title) : title;
        return units.ToImmutable();
    }
}
