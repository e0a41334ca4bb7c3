using ComplianceRules.Facts;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>A column of a table or view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">The type as the server writes it, such as <c>character varying(20)</c>.</param>
/// <param name="Type">How its values come.</param>
internal sealed record RelationColumn(string Name, string TypeName, CellType Type)
{
    /// <summary>What is asked for.</summary>
    public string Sql => Type switch
    {
        CellType.AsText => $"{SqlName.Of(Name)}::pg_catalog.text",
        CellType.Bytes => $"pg_catalog.substr({SqlName.Of(Name)}, 1, {DataCellText.BytesShown})",
        CellType.Other => $"CASE WHEN {SqlName.Of(Name)} IS NULL THEN NULL ELSE true END",
        _ => SqlName.Of(Name),
    };
}
