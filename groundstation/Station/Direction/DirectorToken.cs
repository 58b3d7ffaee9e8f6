using System.Security.Cryptography;
using System.Text;

namespace JointWatch.Station.Direction;

/// <summary>
/// The secret in the link to the director's panel. Who opens the link gets it as a cookie that scripts cannot read and other sites cannot send; nobody else sees the panel
/// or what it answers.
/// </summary>
internal sealed class DirectorToken
{
    public const string Parameter = "token";
    private const string Cookie = "jointwatch-director";

    private readonly byte[] _digest;

    public DirectorToken()
    {
        Text = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _digest = SHA256.HashData(Encoding.ASCII.GetBytes(Text));
    }

    /// <summary>Gets it: 32 hexadecimal digits.</summary>
    public string Text { get; }

    /// <summary>Lets through who has it; turns the link into a cookie; and refuses all others.</summary>
    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (Is(context.Request.Query[Parameter]))
        {
            context.Response.Cookies.Append(Cookie, Text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
            context.Response.Redirect("director.html");
        }
        else if (Is(context.Request.Cookies[Cookie]))
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync("This is the directing staff's panel. Open the link that the program printed when it started.\n");
        }
    }

    /// <summary>Digests are compared, in a time that does not depend on where they differ.</summary>
    private bool Is(string? text) => text is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(text)), _digest);
}
