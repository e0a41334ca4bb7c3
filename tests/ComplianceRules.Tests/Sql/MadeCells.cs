using ComplianceRules.Facts;
using ComplianceRules.Sql;
using Newtonsoft.Json.Linq;

namespace ComplianceRules.Tests.Sql;

/// <summary>How a database stores the cells of a made snapshot.</summary>
internal abstract class MadeCells
{
    /// <summary>How the database wants to be asked.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>What says that a list is whole.</summary>
    public abstract object Whole { get; }

    /// <summary>How a statement names a parameter.</summary>
    /// <param name="name">Its name.</param>
    public virtual string Marked(string name) => $"@{name}";

    /// <summary>The type that a column is made with.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="field">Its field; null where it is a key or says something of the row.</param>
    public abstract string TypeOf(string table, string column, FieldSchema? field);

    /// <summary>A value as it is stored; null for nothing.</summary>
    /// <param name="table">The table.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value in the snapshot.</param>
    public abstract object? Stored(string table, FieldSchema field, JToken value);

    /// <summary>The statements that make a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns with their types.</param>
    public virtual IEnumerable<string> Made(string table, IReadOnlyList<(string Name, string Type)> columns) => [$"CREATE TABLE \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\" {c.Type}"))})"];

    /// <summary>The statement that stores rows, where values are no parameters; null where they are.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cells">The cells of each row.</param>
    public virtual string? Inserted(string table, IReadOnlyList<IReadOnlyList<object?>> cells) => null;
}
