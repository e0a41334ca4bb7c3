using ComplianceRules.Tests.Engine.Columns.Kernels;
using ComplianceRules.Tests.Readme;

namespace ComplianceRules.Tests;

/// <summary>What tests run in processes of their own.</summary>
internal static class TestProgram
{
    private static int Main(string[] arguments) => arguments is [ToolServer.Word] ? ToolServer.Run() : EngineProgram.Run(arguments);
}
