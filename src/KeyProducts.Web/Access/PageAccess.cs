using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KeyProducts.Web.Access;

/// <summary>
/// Who may open which page: this file and no other. A page that is not named here asks for a sign-in. Who may see which row is the
/// business of scoped queries.
/// </summary>
public static class PageAccess
{
    /// <summary>Administrators and officers.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Staff, and auditors, who change nothing.</summary>
    public const string Readers = nameof(Readers);

    /// <summary>Judges.</summary>
    public const string Judges = nameof(Judges);

    /// <summary>Administrators.</summary>
    public const string Administrators = nameof(Administrators);

    /// <summary>The policies, and the rule for everything that names none: signed in.</summary>
    public static void AddPolicies(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(Staff, policy => policy.RequireRole(Roles.Administrator, Roles.Officer));
        options.AddPolicy(Readers, policy => policy.RequireRole(Roles.Administrator, Roles.Officer, Roles.Auditor));
        options.AddPolicy(Judges, policy => policy.RequireRole(Roles.Judge));
        options.AddPolicy(Administrators, policy => policy.RequireRole(Roles.Administrator));
    }

    /// <summary>The pages.</summary>
    public static void Apply(PageConventionCollection pages)
    {
        pages.AllowAnonymousToPage("/Index");
        pages.AllowAnonymousToPage("/Error");
        pages.AllowAnonymousToPage("/Language");
        pages.AllowAnonymousToPage("/Verify");
        pages.AllowAnonymousToPage("/Check");
        pages.AllowAnonymousToFolder("/Public");
        pages.AllowAnonymousToPage("/OpenData/Index");
        pages.AllowAnonymousToPage("/Consultation/Index");
        pages.AllowAnonymousToPage("/Consultation/Show");
        pages.AllowAnonymousToPage("/Consultation/Comment");
        pages.AllowAnonymousToPage("/Consultation/Receipt");
        pages.AllowAnonymousToPage("/Account/SignIn");
        pages.AllowAnonymousToPage("/Account/ResetPassword");

        pages.AllowAnonymousToPage("/Statistics/Index");
        pages.AllowAnonymousToPage("/Statistics/Year");
        pages.AllowAnonymousToPage("/Statistics/Rows");
        pages.AllowAnonymousToPage("/Statistics/Businesses");
        pages.AuthorizePage("/Statistics/Growth", Readers);
        pages.AuthorizeFolder("/PastYears", Readers);
        pages.AuthorizePage("/PastYears/FigureEdit", Staff);
        pages.AuthorizePage("/PastYears/ProductEdit", Staff);
        pages.AuthorizePage("/PastYears/Import", Staff);
        pages.AuthorizePage("/PastYears/Preview", Staff);
        pages.AuthorizePage("/PastYears/Workbook", Staff);
        pages.AuthorizePage("/PastYears/Publish", Staff);

        pages.AuthorizeFolder("/Programmes", Readers);
        pages.AuthorizePage("/Programmes/New", Staff);
        pages.AuthorizePage("/Programmes/Settings", Staff);
        pages.AuthorizePage("/Programmes/AfterOpening", Administrators);
        pages.AuthorizePage("/Programmes/Move", Staff);
        pages.AuthorizePage("/Programmes/CriterionEdit", Staff);
        pages.AuthorizePage("/Programmes/GroupEdit", Staff);
        pages.AuthorizePage("/Programmes/IndustryEdit", Staff);
        pages.AuthorizePage("/Programmes/TrackEdit", Staff);
        pages.AuthorizePage("/Programmes/JudgeEdit", Staff);
        pages.AuthorizePage("/Programmes/JudgeScopeEdit", Staff);
        pages.AuthorizePage("/Programmes/JudgeNominations", Staff);
        pages.AuthorizePage("/Programmes/AssignmentOf", Staff);
        pages.AuthorizePage("/Programmes/Draw", Staff);
        pages.AuthorizePage("/Programmes/CouncilImport", Staff);
        pages.AuthorizePage("/Programmes/CouncilPreview", Staff);
        pages.AuthorizePage("/Programmes/CouncilWorkbook", Staff);
        pages.AuthorizePage("/Programmes/ChecklistItemEdit", Staff);
        pages.PostsOfStaff("/Programmes/Checklist");

        pages.AuthorizeFolder("/Businesses", Readers);
        pages.AuthorizePage("/Businesses/New", Staff);
        pages.AuthorizePage("/Businesses/Edit", Staff);
        pages.AuthorizePage("/Businesses/Figures", Staff);
        pages.AuthorizePage("/Businesses/Merge", Staff);
        pages.AuthorizePage("/Businesses/MergeWith", Staff);

        pages.AuthorizeFolder("/Nominations", Readers);
        pages.AuthorizePage("/Nominations/Section", Staff);
        pages.AuthorizePage("/Nominations/Register", Staff);
        pages.AuthorizePage("/Nominations/Decide", Staff);
        pages.AuthorizePage("/Nominations/Import", Staff);
        pages.AuthorizePage("/Nominations/Preview", Staff);
        pages.AuthorizePage("/Nominations/Workbook", Staff);
        pages.AuthorizePage("/Nominations/EvidenceAdd", Staff);
        pages.AuthorizePage("/Nominations/EvidenceEdit", Staff);

        pages.AuthorizeFolder("/Screening", Readers);
        pages.AuthorizePage("/Screening/Accept", Staff);
        pages.AuthorizePage("/Screening/Return", Staff);
        pages.AuthorizePage("/Screening/Settings", Staff);
        pages.PostsOfStaff("/Screening/Dossier");

        pages.AuthorizeFolder("/Judging", Judges);
        pages.AddFolderApplicationModelConvention("/Judging", model => model.Filters.Add(new DeclareFirst()));
        pages.AuthorizeFolder("/Paper", Staff);

        pages.AuthorizeFolder("/Ranking", Readers);
        pages.AuthorizePage("/Ranking/Tie", Staff);
        pages.AuthorizePage("/Ranking/Reopen", Staff);
        pages.AuthorizePage("/Ranking/LiftRecusal", Staff);
        pages.AuthorizePage("/Ranking/MoreTime", Staff);
        pages.AuthorizePage("/Ranking/Reminders", Staff);
        pages.PostsOfStaff("/Ranking/Seal");
        pages.PostsOfStaff("/Ranking/Finalise");
        pages.PostsOfStaff("/Ranking/Discuss");
        pages.AuthorizeFolder("/Papers", Readers);
        pages.AuthorizePage("/Papers/WordsOf", Administrators);
        pages.AuthorizePage("/Papers/Meeting", Staff);
        pages.AuthorizeFolder("/Comments", Readers);
        pages.AuthorizePage("/Comments/Publish", Staff);
        pages.AuthorizePage("/Comments/New", Staff);
        pages.PostsOfStaff("/Comments/Show");
        pages.AuthorizePage("/Files/Comment", Readers);
        pages.AuthorizeFolder("/Decision", Readers);
        pages.PostsOfStaff("/Decision/Index");
        pages.PostsOfStaff("/Decision/Publication");
        pages.AuthorizeFolder("/Results", Readers);
        pages.AuthorizeFolder("/Certificates", Readers);
        pages.AuthorizePage("/Certificates/Issue", Staff);
        pages.AuthorizePage("/Certificates/Revoke", Staff);
        pages.AuthorizePage("/Certificates/Replace", Staff);
        pages.AuthorizeFolder("/History", Readers);
        pages.AuthorizeFolder("/Users", Administrators);
        pages.AuthorizeFolder("/Mail", Administrators);
        pages.AuthorizeFolder("/Backups", Administrators);
        pages.AuthorizeFolder("/Notifications", Readers);
        pages.PostsOfStaff("/Notifications/Index");
        pages.PostsOfStaff("/Notifications/Show");
        pages.AuthorizeFolder("/Recognitions", Readers);
        pages.AuthorizePage("/Recognitions/Reminders", Staff);
        pages.AuthorizeFolder("/PersonalData", Administrators);
        pages.AllowAnonymousToPage("/Privacy");

        // What somebody needs who has still to set up a second factor.
        foreach (var page in new[] { "/Account/SecondFactor", "/Account/Authenticator", "/Account/PasskeyNew", "/Account/SignIn", "/Account/SignOut", "/Language", "/Error" })
        {
            pages.AddPageApplicationModelConvention(page, model => model.EndpointMetadata.Add(new OpenToPasswordAlone()));
        }
    }

    // A page that readers look at and whose forms staff alone may send.
    private static void PostsOfStaff(this PageConventionCollection pages, string page) =>
        pages.AddPageApplicationModelConvention(page, model => model.Filters.Add(new StaffPosts()));

    private sealed class StaffPosts : IAuthorizationFilter, IOrderedFilter
    {
        // After the check of the form's token.
        public int Order => 2000;

        public void OnAuthorization(AuthorizationFilterContext context)
        {
            if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !context.HttpContext.User.IsInRole(Roles.Administrator) && !context.HttpContext.User.IsInRole(Roles.Officer))
            {
                context.Result = new ForbidResult();
            }
        }
    }
}
