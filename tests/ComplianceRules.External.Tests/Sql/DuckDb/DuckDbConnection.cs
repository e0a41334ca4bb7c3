using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace ComplianceRules.External.Tests.Sql.DuckDb;

/// <summary>A database in memory, or in a file, as any provider gives one; just what tests need of it.</summary>
internal sealed class DuckDbConnection : DbConnection
{
    private nint _database;
    private nint _connection;

    public DuckDbConnection(string? file)
    {
        if (DuckDbLibrary.Open(file, out _database) != 0 || DuckDbLibrary.Connect(_database, out _connection) != 0) throw new DuckDbException("The database cannot be opened.");
    }

    [AllowNull]
    public override string ConnectionString { get; set; } = string.Empty;

    public override string Database => string.Empty;

    public override string DataSource => string.Empty;

    public override string ServerVersion => string.Empty;

    public override ConnectionState State => _connection == nint.Zero ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>What the library knows it by.</summary>
    public nint Handle => _connection;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open()
    {
    }

    public override void Close()
    {
        if (_connection == nint.Zero) return;
        DuckDbLibrary.Disconnect(ref _connection);
        DuckDbLibrary.Close(ref _database);
    }

    protected override void Dispose(bool disposing)
    {
        Close();
        base.Dispose(disposing);
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new DuckDbCommand(this);
}
