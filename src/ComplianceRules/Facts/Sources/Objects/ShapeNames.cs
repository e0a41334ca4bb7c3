using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Finds what a shape names in the schema; what is not there is the caller's error.</summary>
internal static class ShapeNames
{
    public static TableSchema Table(FactSchema schema, string name) =>
        schema.Table(name) ?? throw Fault($"there is no table `{name}`", NearestName.Of(name, schema.Tables.Keys));

    public static FieldSchema Field<T>(TableSchema table, ShapeField<T> field)
    {
        FieldSchema known = table.Field(field.Name) ?? throw Fault($"`{table.Name}` has no field `{field.Name}`", NearestName.Of(field.Name, table.Fields.Keys));
        if (field.Types.Contains(known.Type)) return known;
        throw Fault($"`{field.Name}` of `{table.Name}` is a {FieldTypeWords.Of(known.Type)}, not a {string.Join(" or ", field.Types.Select(FieldTypeWords.Of))}", null);
    }

    public static void List(FactSchema schema, TableSchema table, string list)
    {
        // Regions' lists follow from what the snapshot covers.
        string[] lists = table.Name == BaseTables.Region ? [] : [.. schema.Lists(table.Name).Select(t => t.Children)];
        if (!lists.Contains(list, StringComparer.Ordinal)) throw Fault($"no `{table.Name}` can say whether `{list}` is whole", NearestName.Of(list, lists));
    }

    /// <summary>Checks that a shape says once, and as its table needs it, what the row above is.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="table">The shape's table.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="above">The table of the objects that these are nested in; null where they are not.</param>
    public static void Place<T>(FactSchema schema, TableSchema table, RowShape<T> shape, TableSchema? above)
    {
        bool isBelowRegion = table.Parent == BaseTables.Region && table.Name != BaseTables.Region;
        if (shape.PacksOf is not null && table.Name != BaseTables.School) throw Fault($"`{table.Name}` wants no packs, schools do", null);
        if (above is not null && (above.Name != table.Parent || above.Name == table.Name)) throw Fault($"rows of `{table.Name}` are no children of `{above.Name}`", null);
        if (shape.RegionOf is not null && (!isBelowRegion || above is not null)) throw Fault($"`{table.Name}` lies in no region of its own here", null);
        int keys = isBelowRegion || above is not null || table.Name == BaseTables.Region ? 0 : Keys(schema, table);
        if (shape.Keys.Length != keys) throw Fault($"the row above a row of `{table.Name}` is named by {keys} ids here, not by {shape.Keys.Length}", null);
    }

    // Up to the nearest table whose ids are unique everywhere.
    private static int Keys(FactSchema schema, TableSchema table)
    {
        int keys = 0;
        foreach (TableSchema above in schema.SelfAndAncestors(table.Name).Skip(1))
        {
            keys++;
            if (above.HasGlobalIds) break;
        }

        return keys;
    }

    private static ArgumentException Fault(string fault, string? nearest) => new(nearest is null ? fault : $"{fault} (did you mean `{nearest}`?)");
}
