using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace DatabaseSample;

/// <summary>Which database is read: the section <c>Database</c> of the configuration.</summary>
/// <remarks>The connection string is <c>ConnectionStrings:Schools</c>. One with a password belongs into the environment (<c>ConnectionStrings__Schools</c>) or a store of secrets, never into a file.</remarks>
public sealed record DatabaseOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Database";

    /// <summary>What kind of database it is.</summary>
    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; init; }

    /// <summary>The day of assessment.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Whether an empty database is filled with schools that are made up.</summary>
    public bool MakeUp { get; init; }

    /// <summary>Tells Entity Framework of the database.</summary>
    internal void Apply(DbContextOptionsBuilder context, string connection) =>
        _ = Provider == DatabaseProvider.Postgres ? context.UseNpgsql(connection) : context.UseSqlite(connection);
}
