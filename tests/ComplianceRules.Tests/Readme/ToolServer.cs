using System.Reflection;
using System.Text.Json;

namespace ComplianceRules.Tests.Readme;

/// <summary>What a process of its own runs for <see cref="ToolSession"/>: one command of the tool after the other, by the tool's own entry.</summary>
internal static class ToolServer
{
    /// <summary>The argument that asks the test program for it.</summary>
    public const string Word = "tool";

    /// <summary>What ends the output of a command; the tool itself never writes it.</summary>
    public const char End = '\0';

    /// <summary>Runs what standard input asks for, a line a command: an array of JSON with the working folder before the words.</summary>
    public static int Run()
    {
        MethodInfo main = Assembly.Load("compliance-rules").EntryPoint!;
        while (Console.In.ReadLine() is { } line)
        {
            string[] asked = JsonSerializer.Deserialize<string[]>(line)!;
            Environment.CurrentDirectory = asked[0];
            main.Invoke(null, [asked[1..]]);
            Console.Out.Write(End);
            Console.Out.Flush();
        }

        return 0;
    }
}
