namespace DatabaseSample;

/// <summary>The databases that the sample can read.</summary>
public enum DatabaseProvider
{
    /// <summary>SQLite, a file.</summary>
    Sqlite = 0,

    /// <summary>PostgreSQL.</summary>
    Postgres = 1,
}
