using System.Reflection;
using ComplianceRules.Tests.HouseRules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ComplianceRules.Tests.Readme;

/// <summary>A program of the README, compiled in memory and run in the root of the repository.</summary>
internal static class ReadmeProgram
{
    /// <summary>What the program writes; it must compile without warnings and end by itself.</summary>
    public static string Run(string code) => Run(Assembly.Load(Compile(code)));

    /// <summary>Compiles the program, without warnings.</summary>
    public static byte[] Compile(string code)
    {
        CSharpCompilation compilation = SourceCompilation.Create(OutputKind.ConsoleApplication, SourceFiles.Parse("Program.cs", code));
        Diagnostic[] problems = [.. compilation.GetDiagnostics().Where(problem => problem.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning)];
        Assert.True(problems.Length == 0, string.Join('\n', problems.Select(problem => problem.ToString())));
        using MemoryStream assembly = new();
        Assert.True(compilation.Emit(assembly).Success);
        return assembly.ToArray();
    }

    private static string Run(Assembly program)
    {
        TextWriter console = Console.Out;
        string folder = Environment.CurrentDirectory;
        using StringWriter output = new() { NewLine = "\n" };
        try
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = RepositoryRoot.Path;
            MethodInfo main = program.EntryPoint!;
            main.Invoke(null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = folder;
        }

        return output.ToString();
    }
}
