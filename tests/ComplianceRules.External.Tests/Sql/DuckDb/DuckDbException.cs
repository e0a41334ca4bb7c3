using System.Data.Common;

namespace ComplianceRules.External.Tests.Sql.DuckDb;

/// <summary>The database refuses a statement.</summary>
/// <param name="message">What it says.</param>
internal sealed class DuckDbException(string message) : DbException(message);
