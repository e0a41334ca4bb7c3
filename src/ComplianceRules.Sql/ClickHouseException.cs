using System.Data.Common;

namespace ComplianceRules.Sql;

/// <summary>A server of ClickHouse cannot be reached, is lost, or refuses a statement.</summary>
public sealed class ClickHouseException : DbException
{
    /// <summary>Makes one without a reason.</summary>
    public ClickHouseException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What the server says, or what became of it; no secret is in it.</param>
    public ClickHouseException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What became of the server.</param>
    /// <param name="innerException">Why.</param>
    public ClickHouseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one of the server's number.</summary>
    /// <param name="message">What the server says.</param>
    /// <param name="code">The server's number for it, as in its list <c>ErrorCodes</c>.</param>
    public ClickHouseException(string message, int code)
        : base(message) => Code = code;

    /// <summary>The server's number for what is wrong; 0 where the server did not say.</summary>
    public int Code { get; }
}
