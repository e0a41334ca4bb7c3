using System.Runtime.InteropServices;

namespace ComplianceRules.External.Tests.Sql.DuckDb;

/// <summary>The result of a statement, of which only the library knows the inside.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct DuckDbResult;
