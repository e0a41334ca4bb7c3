using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace ComplianceRules.Tests.Readme;

/// <summary>The tool in one process for all pages that show commands: starting it takes longer than most commands do.</summary>
[CollectionDefinition(Name)]
public sealed class ToolSession : IDisposable, ICollectionFixture<ToolSession>
{
    /// <summary>The name that tests of such pages give.</summary>
    public const string Name = "tool session";

    private readonly Process _server;

    /// <summary>Starts the process.</summary>
    public ToolSession()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        ProcessStartInfo start = new("dotnet", ["exec", Assembly.GetExecutingAssembly().Location, ToolServer.Word])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        };
        start.Environment["LC_ALL"] = "C";
        _server = Process.Start(start)!;
    }

    /// <summary>What a command prints, without blanks at the ends of lines.</summary>
    /// <param name="arguments">The words after the tool's name.</param>
    /// <param name="folder">The working folder.</param>
    public async Task<string> Run(string[] arguments, string folder)
    {
        await _server.StandardInput.WriteLineAsync(JsonSerializer.Serialize((string[])[folder, .. arguments]));
        await _server.StandardInput.FlushAsync();
        StringBuilder output = new();
        char[] read = new char[4096];
        while (true)
        {
            int count = await _server.StandardOutput.ReadAsync(read);
            Assert.True(count > 0, $"the tool ended while it ran `{string.Join(' ', arguments)}`");
            output.Append(read, 0, count);
            if (read[count - 1] == ToolServer.End) break;
        }

        return string.Join('\n', output.ToString(0, output.Length - 1).Split('\n').Select(line => line.TrimEnd()));
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _server.StandardInput.Close();
        _server.WaitForExit();
        _server.Dispose();
    }
}
