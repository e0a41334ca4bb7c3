using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Reads what an assessment tells of the schema: its tables without their fields, and the units that packs count in.</summary>
internal static class SchemaReading
{
    /// <summary>Reads it.</summary>
    /// <param name="document">The assessment.</param>
    /// <exception cref="AssessmentJsonFault">It is no sound schema.</exception>
    public static FactSchema Read(JsonMembers document)
    {
        ImmutableSortedDictionary<string, TableSchema>.Builder tables = ImmutableSortedDictionary.CreateBuilder<string, TableSchema>(StringComparer.Ordinal);
        foreach (JsonMembers table in document.Items("tables", AssessmentKeys.Table))
        {
            string name = table.Text("name");
            if (tables.ContainsKey(name)) throw table.Refused("name", "each table once");
            tables[name] = Table(table, name);
        }

        JsonMembers units = document.Map("units");
        FactSchema schema = new(tables.ToImmutable(), units.Names.ToImmutableSortedDictionary(unit => unit, units.LocalText, StringComparer.Ordinal));
        if (!schema.Tables.Values.All(t => IsSound(schema, t)) || !BaseTables.Schema.Tables.Keys.All(schema.Tables.ContainsKey))
            throw document.Refused("tables", "the tables of every schema, and above each table one that is there");
        return schema;
    }

    private static TableSchema Table(JsonMembers table, string name) =>
        new(name, table.OptionalText("parent"), table.Text("list"), ImmutableSortedDictionary.Create<string, FieldSchema>(StringComparer.Ordinal))
        {
            Title = table.LocalText("title"),
            Personal = table.Flag("personal", only: true),
        };

    // Going up ends: only a region lies below its own table.
    private static bool IsSound(FactSchema schema, TableSchema table)
    {
        HashSet<string> met = new(StringComparer.Ordinal);
        for (TableSchema at = table; met.Add(at.Name);)
        {
            if (at.Parent is null || at.Parent == at.Name) return true;
            if (schema.Table(at.Parent) is not { } above) return false;
            at = above;
        }

        return false;
    }
}
