using System.Net;

namespace ComplianceRules.Tests.Reports;

/// <summary>What a page of HTML holds, as a browser would see it; a page whose elements are not closed in their order is refused.</summary>
/// <param name="Elements">The names of its elements.</param>
/// <param name="Attributes">The names of all attributes.</param>
/// <param name="Links">Where its links and style sheets point.</param>
/// <param name="Anchors">The ids of its elements.</param>
internal sealed record HtmlPage(IReadOnlyList<string> Elements, IReadOnlyList<string> Attributes, IReadOnlyList<string> Links, IReadOnlyList<string> Anchors)
{
    private static readonly string[] WithoutEnd = ["meta", "link"];

    public static HtmlPage Read(string text)
    {
        HtmlPage page = new(new List<string>(), new List<string>(), new List<string>(), new List<string>());
        Stack<string> open = new();
        for (int at = text.IndexOf('<', 1); at >= 0; at = text.IndexOf('<', at + 1))
        {
            int end = text.IndexOf('>', at);
            string tag = text[(at + 1)..end];
            if (tag[0] == '/') Assert.Equal(open.Pop(), tag[1..]);
            else page.Add(tag, open);
            at = end;
        }

        Assert.Empty(open);
        return page;
    }

    private void Add(string tag, Stack<string> open)
    {
        int name = tag.IndexOf(' ', StringComparison.Ordinal) is > 0 and int blank ? blank : tag.Length;
        ((List<string>)Elements).Add(tag[..name]);
        if (!WithoutEnd.Contains(tag[..name])) open.Push(tag[..name]);
        for (int at = name; at < tag.Length;)
        {
            int equals = tag.IndexOf("=\"", at, StringComparison.Ordinal);
            int quote = tag.IndexOf('"', equals + 2);
            (string key, string value) = (tag[(at + 1)..equals], WebUtility.HtmlDecode(tag[(equals + 2)..quote]));
            ((List<string>)Attributes).Add(key);
            if (key is "href" or "src") ((List<string>)Links).Add(value);
            if (key == "id") ((List<string>)Anchors).Add(value);
            at = quote + 1;
        }
    }
}
