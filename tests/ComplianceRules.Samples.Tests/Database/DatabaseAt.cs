using DatabaseSample;

namespace ComplianceRules.Samples.Tests.Database;

/// <summary>Where a database is.</summary>
/// <param name="Provider">What kind of database it is.</param>
/// <param name="Connection">How it is reached.</param>
public sealed record DatabaseAt(DatabaseProvider Provider, string Connection);
