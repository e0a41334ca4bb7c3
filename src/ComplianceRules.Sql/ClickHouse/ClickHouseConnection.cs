using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace ComplianceRules.Sql.ClickHouse;

/// <summary>A database of ClickHouse as any provider gives one: as much as running a plan asks for. Nothing is kept open between statements, so that nothing but the server is shared by them.</summary>
/// <param name="address">The database.</param>
internal sealed class ClickHouseConnection(ClickHouseAddress address) : DbConnection
{
    private readonly ClickHouseServer _server = new(address);
    private ConnectionState _state = ConnectionState.Closed;

    [AllowNull]
    public override string ConnectionString
    {
        get => address.ToString();
        set => throw new NotSupportedException();
    }

    public override string Database => address.Database;

    public override string DataSource => address.Server.Authority;

    public override string ServerVersion => string.Empty;

    public override ConnectionState State => _state;

    /// <summary>The server.</summary>
    public ClickHouseServer Server => _state == ConnectionState.Open ? _server : throw new InvalidOperationException("the connection is not open");

    /// <summary>Whether statements only read; set it before it is opened.</summary>
    public bool IsReadOnly { get; init; } = true;

    public override void Open() => OpenAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <exception cref="ClickHouseException">The server cannot be reached, or the user may not ask in the way that plans need.</exception>
    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (IsReadOnly) await _server.OnlyReadAsync(cancellationToken).ConfigureAwait(false);
        _state = ConnectionState.Open;
    }

    public override void Close() => _state = ConnectionState.Closed;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _state = ConnectionState.Closed;
        if (disposing) _server.Dispose();
        base.Dispose(disposing);
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new ClickHouseCommand(this);
}
